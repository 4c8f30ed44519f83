package cases.arrays.early_array_return;

import io.github.cotangent.Differentiable;

// Arrays returned from inside loops and branches: fresh, the argument, one that was written.
// run: f(new double[] {1.1, 0.2, 0.5}, 0.3)
// run: f(new double[] {1.1, 0.2, 0.5}, 5)
// run: f(new double[] {-1.1, 0.2, 0.5}, 5)
final class Input {
  @Differentiable
  static double[] f(double[] x, double limit) {
    if (x[0] < 0) {
      return x;
    }
    double[] sums = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j <= i; j++) {
        sums[i] += x[j] * x[i];
        x[j] *= 0.5;
      }
      if (sums[i] > limit) {
        return new double[] {sums[i], x[i] * limit};
      }
    }
    return sums;
  }

  private Input() {}
}
