package cases.arrays.ranks;

import io.github.cotangent.Differentiable;

// Arrays of rank three, partly allocated, and the lengths of all ranks.
// run: f(new double[][][] {{{1.1}, {0.2, 0.3}}, {}, {{0.5}}}, 2)
final class Input {
  @Differentiable
  static double f(double[][][] x, int n) {
    double[][][] t = new double[n][3][];
    double[][] zero = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < t[i].length; j++) {
        t[i][j] = new double[j + 1];
        t[i][j][j] = x[0][1][i] * (j + 1);
      }
      zero[i][i] = t[i][2][2] * x[2][0][0];
    }
    double s = 0;
    for (double[][] m : x) {
      for (double[] row : m) {
        for (int k = 0; k < row.length; k++) {
          s += row[k] * row[k] * zero[k][k];
          row[k] *= s;
        }
      }
    }
    return s * x[0][1][1] * t.length * x[1].length + s * x[0][1][1];
  }

  private Input() {}
}
