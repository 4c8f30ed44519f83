package cases.algorithms.dynamic_programming;

import io.github.cotangent.Differentiable;

// A soft alignment by dynamic programming over a table.
// run: f(new double[] {1.1, 0.2, 0.3}, new double[] {0.9, 0.4})
final class Input {
  @Differentiable
  static double f(double[] a, double[] b) {
    double[][] table = new double[a.length + 1][b.length + 1];
    for (int i = 0; i <= a.length; i++) {
      for (int j = 0; j <= b.length; j++) {
        if (i == 0 || j == 0) {
          table[i][j] = i + j;
          continue;
        }
        double d = a[i - 1] - b[j - 1];
        double up = table[i - 1][j];
        double left = table[i][j - 1];
        double both = table[i - 1][j - 1];
        table[i][j] = d * d - Math.log(Math.exp(-up) + Math.exp(-left) + Math.exp(-both));
      }
    }
    return table[a.length][b.length];
  }

  private Input() {}
}
