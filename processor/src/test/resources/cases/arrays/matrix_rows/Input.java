package cases.arrays.matrix_rows;

import io.github.cotangent.Differentiable;

// Rows as references, rows overwritten through them, rows replaced.
// run: f(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, new double[] {1.5, 2.5})
final class Input {
  @Differentiable
  static double f(double[][] m, double[] v) {
    double[] row = m[1];
    row[0] = row[0] * m[0][1];
    m[1][1] *= row[0];
    m[0] = v;
    v[0] *= row[1];
    m[0][1] = m[0][1] * m[0][0];
    double[][] n = m;
    n[1] = row.clone();
    n[1][0] *= 3;
    return m[0][1] * m[1][0] + row[0] * v[1];
  }

  private Input() {}
}
