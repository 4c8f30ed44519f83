package cases.arrays.rows_swapped;

import io.github.cotangent.Differentiable;

// Rows and elements swapped.
// run: f(new double[][] {{1.1, 2.2}, {0.3, 0.4}, {0.5, 0.6}}, 0, 2)
// run: f(new double[][] {{1.1, 2.2}, {0.3, 0.4}, {0.5, 0.6}}, 1, 1)
final class Input {
  @Differentiable
  static double f(double[][] m, int i, int j) {
    m[i][0] *= 2;
    double[] t = m[i];
    m[i] = m[j];
    m[j] = t;
    double e = m[i][0];
    m[i][0] = m[j][1] * e;
    m[j][1] = e;
    t[0] = t[0] * m[0][1];
    return m[0][0] * m[1][1] + m[2][0] * m[j][1] * m[i][0];
  }

  private Input() {}
}
