package cases.arithmetic.overwrite_chain;

import io.github.cotangent.Differentiable;

// A variable that is overwritten linearly and nonlinearly, with a dead first value.
// run: f(0.8, 1.4)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double t = 17 * x;
    t = y;
    double u = t * x;
    t = u + t;
    t = t / x;
    u = t * u;
    return u - t;
  }

  private Input() {}
}
