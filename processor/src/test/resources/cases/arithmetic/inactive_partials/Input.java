package cases.arithmetic.inactive_partials;

import io.github.cotangent.Differentiable;

// The partial of an inactive operand is never evaluated: pow with a constant exponent, 1 / 0.
// run: f(-1.5, 3)
// expect: dF(-2.0, 3) = 12.0
// expect: dG(0.0) = 0.0
final class Input {
  @Differentiable
  static double f(double x, int n) {
    return Math.pow(x, n);
  }

  @Differentiable
  static double g(double x) {
    double y = Math.sqrt(x);
    double z = 0;
    z = x * 0.0;
    return z;
  }

  private Input() {}
}
