package cases.arrays.allocated_in_loop;

import io.github.cotangent.Differentiable;

// Arrays allocated in a loop, stored as rows, kept across iterations.
// run: f(new double[] {1.1, 0.2, 0.3}, 3)
// run: f(new double[] {1.1, 0.2, 0.3}, 0)
final class Input {
  @Differentiable
  static double f(double[] x, int n) {
    double[][] rows = new double[n][];
    double[] previous = x;
    for (int i = 0; i < n; i++) {
      double[] next = new double[x.length];
      for (int j = 0; j < x.length; j++) {
        next[j] = previous[j] * x[(j + i) % x.length] + 0.5;
        next[j] = next[j] * next[j];
      }
      rows[i] = next;
      if (i % 2 == 0) {
        previous = next;
      }
    }
    double s = previous[0];
    for (double[] row : rows) {
      s += row[1] * row[2];
    }
    return s;
  }

  private Input() {}
}
