package cases.calls.field_row;

import io.github.cotangent.Differentiable;

// A helper puts the array of a static field into a matrix: of the matrix, only rows are exchanged.
// run: f(new double[][] {{0.5, 0.2}, {0.7, 0.1}}, new double[] {1.1, 0.4}, 0)
// run: f(new double[][] {{0.5, 0.2}, {0.7, 0.1}}, new double[] {1.1, 0.4}, 1)
final class Input {
  static final double[] TABLE = {1.5, 2.5};

  @Differentiable
  static double f(double[][] m, double[] x, int i) {
    double y = m[i][0] * x[0];
    put(m, i);
    put(m, 1);
    y *= m[0][1] * x[1];
    return m[i][0] * y + pick(m[0], x[1])[1] * x[0];
  }

  static void put(double[][] m, int i) {
    m[i] = TABLE;
  }

  static double[] pick(double[] own, double x) {
    return x > 0.5 ? own : TABLE;
  }

  private Input() {}
}
