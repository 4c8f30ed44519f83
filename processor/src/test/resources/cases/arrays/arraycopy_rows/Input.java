package cases.arrays.arraycopy_rows;

import io.github.cotangent.Differentiable;

// System.arraycopy of rows moves references.
// run: f(new double[][] {{1.1, 2.2}, {0.3, 0.4}, {0.5, 0.6}})
// run: moved(new double[] {1.5, -0.5, 2}, 2)
final class Input {
  @Differentiable
  static double f(double[][] m) {
    double[][] c = new double[4][];
    System.arraycopy(m, 0, c, 1, 3);
    c[1][0] *= m[1][1];
    System.arraycopy(c, 1, c, 2, 2);
    c[3][0] = c[3][0] * c[2][0];
    return m[0][0] * m[1][0] + c[3][1] * c[1][1] + c[2][1];
  }

  /** It takes objects, but keeps none: what it was given belongs to no object. */
  private static double shifted(double[] b, double[] a, int n) {
    if (n == 0) {
      return b[0] * a[1];
    }
    System.arraycopy(b, 0, b, 1, b.length - 1);
    double[][] both = {b, a};
    return b[1] * shifted(both[n & 1], both[0], n - 1);
  }

  @Differentiable
  static double moved(double[] x, int n) {
    return shifted(x.clone(), x, n) * x[2];
  }

  private Input() {}
}
