package cases.loops.bound_of_a_row;

import io.github.cotangent.Differentiable;

// Rows that are as long as it turns out: the bound p[u].length is read of a row that is put in once,
// and so nothing is saved. Where the rows are put in again, they are.
// run: once(new double[] {0.5, -1.5, 2}, 3)
// run: again(new double[] {0.5, -1.5, 2}, 3)
final class Input {
  @Differentiable
  static double once(double[] w, int n) {
    double[][] p = new double[n][];
    for (int u = 0; u < n; u++) {
      p[u] = new double[u + 1];
      for (int e = 0; e < p[u].length; e++) {
        p[u][e] = w[u] * w[e];
      }
    }
    double sum = 0;
    for (int u = 0; u < n; u++) {
      for (int e = 0; e < p[u].length; e++) {
        sum += p[u][e] * p[u][e];
      }
    }
    return sum;
  }

  @Differentiable
  static double again(double[] w, int n) {
    double[][] p = new double[n][];
    double sum = 0;
    for (int round = 0; round < 2; round++) {
      for (int u = 0; u < n; u++) {
        p[u] = new double[u + 1 + round];
        for (int e = 0; e < p[u].length; e++) {
          p[u][e] = w[u] * w[e % n] + sum;
        }
      }
      for (int u = 0; u < n; u++) {
        for (int e = 0; e < p[u].length; e++) {
          sum += p[u][e] * p[u][e];
        }
      }
    }
    return sum;
  }

  private Input() {}
}
