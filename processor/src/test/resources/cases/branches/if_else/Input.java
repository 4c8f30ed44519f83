package cases.branches.if_else;

import io.github.cotangent.Differentiable;

// if, else if, else; variables assigned in some branches only.
// run: f(1.5, 2.0)
// run: f(-1.5, 2.0)
// run: f(0.2, -3.0)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double r = y;
    if (x > 1) {
      r = x * y;
    } else if (x < 0) {
      r = r * r;
      y = x;
    } else {
      r = Math.sin(x) + r;
    }
    if (y > 0) r *= x;
    return r * y;
  }

  private Input() {}
}
