package cases.arrays.prefix_sums;

import io.github.cotangent.Differentiable;

// Each element depends on the one before, in place, twice, in both directions.
// run: f(new double[] {1.1, 0.2, 0.3, 0.9})
// run: f(new double[] {1.1})
final class Input {
  @Differentiable
  static double f(double[] x) {
    for (int i = 1; i < x.length; i++) {
      x[i] = x[i] * x[i - 1] + x[i];
    }
    for (int i = x.length - 2; i >= 0; i--) {
      x[i] *= x[i + 1];
    }
    return x[0];
  }

  private Input() {}
}
