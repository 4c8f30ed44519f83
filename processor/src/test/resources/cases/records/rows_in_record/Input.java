package cases.records.rows_in_record;

import io.github.cotangent.Differentiable;

// run: recordRows(0.7, 0.4)
final class Input {
  record Holder(double[] data, double[][] rows) {}

  @Differentiable
  static double recordRows(double p, double q) {
    double[] r = new double[2];
    r[0] = p * q;
    double y = Math.sin(r[0]) * r[0];
    Holder h = new Holder(r, new double[2][]);
    h.rows()[1] = h.data();
    h.rows()[1][0] = q * q;
    y += Math.sin(r[0]);
    h.rows()[0] = h.rows()[1];
    h.rows()[0][0] = p * 3;
    return y + h.data()[0] * h.data()[0];
  }
}
