package cases.arrays.arraycopy;

import io.github.cotangent.Differentiable;

// System.arraycopy between arrays and with overlap in both directions.
// run: f(new double[] {1.1, 2.2, 0.3, 0.4, 1.5}, 3)
// run: f(new double[] {1.1, 2.2, 0.3, 0.4, 1.5}, 0)
final class Input {
  @Differentiable
  static double f(double[] x, int n) {
    double[] a = new double[6];
    a[5] = x[0] * x[1];
    System.arraycopy(x, 1, a, 2, n);
    a[2] *= a[3] + x[0];
    System.arraycopy(a, 2, a, 1, 3);
    a[1] *= a[5];
    System.arraycopy(a, 1, a, 2, 3);
    System.arraycopy(a, 0, x, 0, n);
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      s = s * (x[i] + a[i + 1]) + a[i];
    }
    return s;
  }

  private Input() {}
}
