package cases.arrays.negative_zero_counts;

import io.github.cotangent.Differentiable;

// Negative counts and zero lengths size nothing.
// run: f(new double[] {1.1, 2.2}, -5)
// run: f(new double[] {}, 0)
final class Input {
  @Differentiable
  static double f(double[] x, int n) {
    double y = 1;
    for (int i = 0; i < n; i++) {
      y = y * x[i] + y * y;
    }
    for (int i = 0; i < x.length - 5; i++) {
      y = y * x[i];
    }
    for (int i = x.length - 1; i >= 0; i--) {
      y = y * x[i] + 1;
    }
    return y;
  }

  private Input() {}
}
