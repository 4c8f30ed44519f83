package cases.algorithms.gaussian_elimination;

import io.github.cotangent.Differentiable;

// Linear equations by elimination with partial pivoting: rows swapped, in place.
// run: solve(new double[][] {{0.1, 2.2, 0.3}, {4.1, 0.5, 1.6}, {0.7, 1.8, -2.9}}, new double[] {1, 2, 3})
// run: determinant(new double[][] {{0.1, 2.2, 0.3}, {4.1, 0.5, 1.6}, {0.7, 1.8, -2.9}})
final class Input {
  @Differentiable
  static double[] solve(double[][] a, double[] b) {
    int n = b.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
          pivot = i;
        }
      }
      double[] row = a[k];
      a[k] = a[pivot];
      a[pivot] = row;
      double t = b[k];
      b[k] = b[pivot];
      b[pivot] = t;
      for (int i = k + 1; i < n; i++) {
        double factor = a[i][k] / a[k][k];
        b[i] -= factor * b[k];
        for (int j = k; j < n; j++) {
          a[i][j] -= factor * a[k][j];
        }
      }
    }
    double[] x = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = b[i];
      for (int j = i + 1; j < n; j++) {
        sum -= a[i][j] * x[j];
      }
      x[i] = sum / a[i][i];
    }
    return x;
  }

  @Differentiable
  static double determinant(double[][] a) {
    int n = a.length;
    double det = 1;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
      }
      if (pivot != k) {
        double[] row = a[k];
        a[k] = a[pivot];
        a[pivot] = row;
        det = -det;
      }
      det *= a[k][k];
      if (det == 0) {
        return 0;
      }
      for (int i = k + 1; i < n; i++) {
        for (int j = n - 1; j >= k; j--) {
          a[i][j] -= a[i][k] / a[k][k] * a[k][j];
        }
      }
    }
    return det;
  }

  private Input() {}
}
