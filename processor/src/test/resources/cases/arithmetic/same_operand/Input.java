package cases.arithmetic.same_operand;

import io.github.cotangent.Differentiable;

// x - x, x / x, x * x: the user's values are never folded.
// run: f(2.5)
// run: zeroTimes(1.0)
// expect: dF(2.0) = 4.0
// expect: dZeroTimes(0.0) = Double.NaN
final class Input {
  @Differentiable
  static double f(double x) {
    return x - x + x / x + x * x;
  }

  @Differentiable
  static double zeroTimes(double x) {
    return 0 * Math.log(x) / x + 0.0 * x;
  }

  private Input() {}
}
