package io.github.cotangent.benchmarks.typical;

import io.github.cotangent.Differentiable;

/** Functions of matrices. */
final class Matrices {

  /** The squares of the elements of a product. */
  @Differentiable
  static double product(double[][] a, double[][] b) {
    int n = a.length;
    int m = b.length;
    int p = b[0].length;
    double[][] c = new double[n][p];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < m; k++) {
        for (int j = 0; j < p; j++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < p; j++) {
        sum += c[i][j] * c[i][j];
      }
    }
    return sum;
  }

  /** The squares of a convolution. */
  @Differentiable
  static double convolution(double[][] image, double[][] kernel) {
    double sum = 0;
    for (int r = 0; r + kernel.length <= image.length; r++) {
      for (int c = 0; c + kernel[0].length <= image[0].length; c++) {
        double s = 0;
        for (int i = 0; i < kernel.length; i++) {
          for (int j = 0; j < kernel[0].length; j++) {
            s += image[r + i][c + j] * kernel[i][j];
          }
        }
        sum += s * s;
      }
    }
    return sum;
  }

  /** The logarithm of a determinant, by the factors of Cholesky. */
  @Differentiable
  static double cholesky(double[][] a) {
    int n = a.length;
    double[][] l = new double[n][n];
    double logDet = 0;
    for (int j = 0; j < n; j++) {
      double s = a[j][j];
      for (int k = 0; k < j; k++) {
        s -= l[j][k] * l[j][k];
      }
      l[j][j] = Math.sqrt(s);
      logDet += 2 * Math.log(l[j][j]);
      for (int i = j + 1; i < n; i++) {
        double t = a[i][j];
        for (int k = 0; k < j; k++) {
          t -= l[i][k] * l[j][k];
        }
        l[i][j] = t / l[j][j];
      }
    }
    return logDet;
  }

  /** The square of the solution of linear equations, by elimination. */
  @Differentiable
  static double solution(double[][] a0, double[] b0) {
    int n = b0.length;
    double[][] a = new double[n][n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = b0[i];
      for (int j = 0; j < n; j++) {
        a[i][j] = a0[i][j];
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double f = a[i][k] / a[k][k];
        for (int j = k; j < n; j++) {
          a[i][j] -= f * a[k][j];
        }
        b[i] -= f * b[k];
      }
    }
    double[] x = new double[n];
    double norm = 0;
    for (int i = n - 1; i >= 0; i--) {
      double s = b[i];
      for (int j = i + 1; j < n; j++) {
        s -= a[i][j] * x[j];
      }
      x[i] = s / a[i][i];
      norm += x[i] * x[i];
    }
    return norm;
  }

  private Matrices() {}
}
