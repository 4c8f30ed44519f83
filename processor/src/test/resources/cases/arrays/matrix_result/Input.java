package cases.arrays.matrix_result;

import io.github.cotangent.Differentiable;

// Matrix results, rows taken from the argument and made afresh, one of several returned.
// run: outer(new double[] {1.1, 2.2}, new double[] {0.3, 0.4, 0.5})
// run: pick(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, true)
// run: pick(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, false)
final class Input {
  @Differentiable
  static double[][] outer(double[] x, double[] y) {
    double[][] m = new double[x.length][y.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        m[i][j] = x[i] * y[j];
      }
    }
    return m;
  }

  @Differentiable
  static double[] pick(double[][] m, boolean first) {
    m[0][1] *= m[1][0];
    if (first) {
      return m[0];
    }
    double[] sum = {m[0][0] + m[1][0], m[0][1] * m[1][1]};
    return sum;
  }

  private Input() {}
}
