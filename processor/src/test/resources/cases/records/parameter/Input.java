package cases.records.parameter;

import io.github.cotangent.Differentiable;

// A record parameter: the gradient is the same record, other components come from the argument.
// run: f(new Input.Point(1.1, 2.2, "p", 3), 0.5)
final class Input {
  record Point(double x, double y, String name, int weight) {}

  @Differentiable
  static double f(Point p, double k) {
    double r = p.x() * p.y() * k + p.x() * p.weight();
    return r * p.name().length() + p.y() * p.y();
  }

  private Input() {}
}
