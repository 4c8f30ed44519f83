package cases.arithmetic.inactive_nan;

import io.github.cotangent.Differentiable;

// Inactive code that yields NaN or infinity contributes nothing: no 0 * infinity.
// run: f(-1.5)
// run: f(2.5)
// expect: dF(-1.0) = 2.0
final class Input {
  @Differentiable
  static double f(double x) {
    double unused = Math.acos(2 * x);
    double zero = 0.0 / (x - x + 0.0 * unused);
    double guarded = x > 0 ? Math.log(x) : 0;
    double y = guarded + x * 2;
    zero = zero * unused;
    return y;
  }

  private Input() {}
}
