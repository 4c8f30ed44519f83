package cases.algorithms.matrix_product;

import io.github.cotangent.Differentiable;

// The product of two matrices, with an accumulator in the innermost loop.
// run: f(new double[][] {{1.1, 0.2, 0.3}, {0.4, 0.5, 0.6}}, new double[][] {{0.7, 0.8}, {0.9, 1.1}, {1.2, 1.3}})
// run: trace(new double[][] {{1.1, 0.2}, {0.4, 0.5}})
final class Input {
  @Differentiable
  static double[][] f(double[][] a, double[][] b) {
    int n = a.length;
    int m = b[0].length;
    double[][] c = new double[n][m];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
    return c;
  }

  @Differentiable
  static double trace(double[][] a) {
    double[][] square = f(a, a);
    double[][] cube = f(square, a);
    double t = 0;
    for (int i = 0; i < a.length; i++) {
      t += cube[i][i];
    }
    return t;
  }

  private Input() {}
}
