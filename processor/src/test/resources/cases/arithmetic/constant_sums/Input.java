package cases.arithmetic.constant_sums;

import io.github.cotangent.Differentiable;

// A sum of ints is worked out where a named constant stood in it; what the user wrote in numbers stays.
// run: f(new double[] {0.5, -1.5, 2.5, 0.7, 1.1, -0.3})
final class Input {
  private static final int FIRST = 0;
  private static final int THIRD = 2;
  private static final int BELOW = -1;
  private static final int LARGEST = Integer.MAX_VALUE;

  @Differentiable
  static double f(double[] x) {
    double sum = x[THIRD + 1] * x[1 + THIRD];
    sum += x[2 + 2] * x[4 + BELOW] + x[THIRD + THIRD - 1] * x[1];
    for (int i = 0; i < x.length - THIRD; i++) {
      sum += x[FIRST + i] * x[i + THIRD] - x[i - FIRST] * x[i + 0];
    }
    for (int i = FIRST - BELOW; i < 3; i++) {
      sum += x[i + BELOW] * (FIRST - i);
    }
    return sum + x[0] * (LARGEST + 1) * 1e-9 + x[1] * (BELOW - LARGEST - 1) * 1e-9;
  }
}
