package cases.checkpoint.records;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// The state is a record, of numbers or with an array.
// run: orbit(new Body(1, 0.1, 0.2, 1.1), 0.1, 9)
// run: grid(new Grid(new double[] {0.3, 0.4, 1.1}, 0.2), 5)
// run: bodies(new Body[] {new Body(1, 0.1, 0.2, 1.1), new Body(0.4, 0.3, 0.1, -0.2)}, 0.1, 6)
final class Input {
  record Body(double x, double y, double vx, double vy) {}

  record Grid(double[] u, double k) {}

  @Differentiable
  static double orbit(Body start, double h, int n) {
    Body b = start;
    for (int i = 0; i < n; i++) {
      checkpoint(3);
      double r = b.x() * b.x() + b.y() * b.y();
      double a = -1 / (r * Math.sqrt(r));
      double vx = b.vx() + h * a * b.x();
      double vy = b.vy() + h * a * b.y();
      b = new Body(b.x() + h * vx, b.y() + h * vy, vx, vy);
    }
    return b.x() * b.vy();
  }

  @Differentiable
  static double grid(Grid start, int n) {
    Grid g = start;
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      double[] u = g.u().clone();
      u[0] = g.u()[1] * g.k() + u[2];
      u[2] = u[0] * u[1];
      g = new Grid(u, g.k() * 0.9);
    }
    return g.u()[0] * g.u()[2] * g.k();
  }

  @Differentiable
  static double bodies(Body[] bodies, double h, int n) {
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      for (int j = 0; j < bodies.length; j++) {
        Body b = bodies[j];
        Body c = bodies[(j + 1) % bodies.length];
        bodies[j] = new Body(b.x() + h * b.vx(), b.y() + h * b.vy(), b.vx() - h * c.x(), b.vy() * c.y());
      }
    }
    return bodies[0].x() * bodies[1].vy();
  }

  private Input() {}
}
