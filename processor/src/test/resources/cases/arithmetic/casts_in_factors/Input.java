package cases.arithmetic.casts_in_factors;

import io.github.cotangent.Differentiable;

// Casts in the factors of an adjoint: those that change the value stay.
// run: truncated(0.7, 2.75)
// run: rounded(0.7, 16777217)
// run: widened(0.7, 3)
// expect: dTruncated(0.7, 2.75) = 2.0 + 3.0 + 0.0
// expect: dRounded(0.7, 16777217) = 16777216.0
final class Input {
  private static final double HALF = 0.5;

  @Differentiable(wrt = "x")
  static double truncated(double x, double y) {
    double z = (double) (int) y * x + x * (int) 3.5;
    return z + (double) (int) 0.5 * (HALF * x);
  }

  @Differentiable
  static double rounded(double x, int n) {
    return (float) n * x;
  }

  @Differentiable
  static double widened(double x, int n) {
    return (double) n * x + x * (long) n;
  }

  private Input() {}
}
