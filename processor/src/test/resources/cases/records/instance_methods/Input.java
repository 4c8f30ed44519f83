package cases.records.instance_methods;

import io.github.cotangent.Differentiable;

// Instance methods of records: the receiver is the parameter self.
// run: Vec#norm(new Input.Vec(1.1, 2.2))
// run: Vec#dot(new Input.Vec(1.1, 2.2), new Input.Vec(0.3, 0.4))
// run: Vec#scaled(new Input.Vec(1.1, 2.2), 1.5)
// run: f(1.5, 0.5)
final class Input {
  record Vec(double x, double y) {
    @Differentiable
    double norm() {
      return Math.sqrt(x * x + y() * this.y);
    }

    @Differentiable
    double dot(Vec other) {
      return x * other.x + this.y() * other.y() + norm();
    }

    @Differentiable
    Vec scaled(double k) {
      return new Vec(x * k, y * k * x);
    }

    Vec plus(Vec other) {
      return new Vec(x + other.x, y + other.y);
    }
  }

  @Differentiable
  static double f(double a, double b) {
    Vec u = new Vec(a, b);
    Vec v = u.scaled(b).plus(u);
    return u.dot(v) * v.norm() + new Vec(b, a).plus(v).x();
  }

  private Input() {}
}
