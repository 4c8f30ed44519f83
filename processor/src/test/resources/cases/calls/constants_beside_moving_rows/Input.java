package cases.calls.constants_beside_moving_rows;

import io.github.cotangent.Differentiable;

// A callee that looks its shadows up is given an array without an adjoint, again and again.
// run: f(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, 3)
// run: g(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, new double[] {0.5, 0.6})
final class Input {
  @Differentiable
  static double f(double[][] rows, int n) {
    double[] constant = {1.5, 2.5};
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += pick(rows, constant, i) + constant[i & 1];
    }
    return sum;
  }

  @Differentiable
  static double g(double[][] rows, double[] scratch) {
    double sum = pick(rows, rows[1], 1);
    log(rows, scratch);
    log(rows, scratch);
    return sum * rows[0][0];
  }

  static void log(double[][] rows, double[] scratch) {
    int i = 0;
    while (i < rows.length) {
      double[] row = rows[i];
      scratch[i] = row[0] * row[1];
      i++;
    }
  }

  static double pick(double[][] rows, double[] factors, int n) {
    int i = n & 1;
    double[] row = rows[i];
    double x = row[0] * factors[i];
    i = 1 - i;
    return x * x * rows[i][1];
  }

  private Input() {}
}
