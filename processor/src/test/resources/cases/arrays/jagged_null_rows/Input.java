package cases.arrays.jagged_null_rows;

import io.github.cotangent.Differentiable;

// A matrix with null rows at entry, and rows that are the same array.
// run: f(new double[][] {{1.1, 2.2}, null, {0.3}})
// run: double[] r = {1.1, 2.2}; f(new double[][] {r, r, null})
final class Input {
  @Differentiable
  static double f(double[][] m) {
    double s = 1;
    for (double[] row : m) {
      if (row == null) {
        continue;
      }
      row[0] *= s;
      s = s + row[0] * row[row.length - 1];
    }
    return s;
  }

  private Input() {}
}
