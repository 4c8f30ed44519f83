package cases.records.matrix_in_record;

import io.github.cotangent.Differentiable;

// run: recordRow(0.7, 0.4)
final class Input {
  record Holder(double[] data, double[][] rows) {}

  @Differentiable
  static double recordRow(double p, double q) {
    double[] r = new double[2];
    r[0] = p * q;
    double y = Math.sin(r[0]) * r[0];
    Holder h = new Holder(r, new double[1][1]);
    h.data()[0] = q * q;
    y += Math.sin(r[0]);
    r[0] = p;
    return y + h.data()[0] * h.data()[0];
  }
}
