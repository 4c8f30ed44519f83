package cases.calls.helper_moves_rows;

import io.github.cotangent.Differentiable;

// Helpers that swap rows, store an array as a row, and take one out.
// run: f(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, new double[] {0.5, 0.6})
final class Input {
  @Differentiable
  static double f(double[][] m, double[] v) {
    swap(m, 0, 1);
    m[0][0] *= v[1];
    double[] old = store(m, 1, v);
    v[0] *= m[0][0];
    old[1] += m[1][0] * old[0];
    swap(m, 1, 0);
    m[1][1] = m[0][1] * m[0][0];
    return m[0][0] * m[1][0] + old[1] * v[0] + m[1][1];
  }

  static void swap(double[][] m, int i, int j) {
    double[] t = m[i];
    m[i] = m[j];
    m[j] = t;
  }

  static double[] store(double[][] m, int i, double[] row) {
    double[] old = m[i];
    m[i] = row;
    return old;
  }

  private Input() {}
}
