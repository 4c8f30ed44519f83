package cases.branches.early_return;

import io.github.cotangent.Differentiable;

// return anywhere: in branches, before the end, with different expressions.
// run: f(-1.0, 2.0)
// run: f(0.5, 2.0)
// run: f(3.0, 2.0)
// run: f(3.0, -2.0)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    if (x < 0) {
      return x * x * y;
    }
    double t = x * y;
    if (x < 1) {
      t = t * t;
      return t + x;
    } else {
      if (y < 0) return Math.exp(t);
    }
    t = t + y;
    return t * x;
  }

  private Input() {}
}
