package cases.algorithms.cholesky;

import io.github.cotangent.Differentiable;

// Cholesky factor and log-determinant of a symmetric matrix.
// run: logDet(new double[][] {{4.1, 0.5, 0.6}, {0.5, 3.2, 0.7}, {0.6, 0.7, 2.9}})
// run: logDet(new double[][] {{-1.0}})
final class Input {
  @Differentiable
  static double logDet(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double s = a[i][j];
        for (int k = 0; k < j; k++) {
          s -= l[i][k] * l[j][k];
        }
        if (i == j) {
          if (s <= 0) {
            throw new ArithmeticException("not positive definite");
          }
          l[i][i] = Math.sqrt(s);
          sum += 2 * Math.log(l[i][i]);
        } else {
          l[i][j] = s / l[j][j];
        }
      }
    }
    return sum;
  }

  private Input() {}
}
