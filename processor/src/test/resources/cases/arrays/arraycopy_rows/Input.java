package cases.arrays.arraycopy_rows;

import io.github.cotangent.Differentiable;

// System.arraycopy of rows moves references.
// run: f(new double[][] {{1.1, 2.2}, {0.3, 0.4}, {0.5, 0.6}})
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

  private Input() {}
}
