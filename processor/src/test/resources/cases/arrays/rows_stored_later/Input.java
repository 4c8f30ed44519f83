package cases.arrays.rows_stored_later;

import io.github.cotangent.Differentiable;

// run: storedOld(0.7, 1.3)
final class Input {
  @Differentiable
  static double storedOld(double p, double q) {
    double[] row = new double[2];
    row[0] = p * q;
    double y = Math.sin(row[0]) * row[0];
    double[][] a = new double[1][];
    a[0] = row;
    a[0][0] = q * q * 3;
    return y + a[0][0] * p;
  }
}
