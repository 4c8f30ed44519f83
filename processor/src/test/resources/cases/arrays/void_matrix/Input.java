package cases.arrays.void_matrix;

import io.github.cotangent.Differentiable;

// A void method that writes a matrix, and rows through references.
// run: f(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, new double[] {0.5, 0.6})
final class Input {
  @Differentiable
  static void f(double[][] m, double[] v) {
    for (double[] row : m) {
      double t = row[0] * v[0];
      row[0] = row[1] * v[1];
      row[1] = t * row[0];
    }
  }

  private Input() {}
}
