package cases.records.null_component;

import io.github.cotangent.Differentiable;

// run: made(0.7)
final class Input {
  record Holder(double[] data, double[][] rows) {}

  @Differentiable
  static double made(double p) {
    double[] r = new double[2];
    r[0] = p * p;
    Holder h = new Holder(r, null);
    return h.data()[0] * 3;
  }
}
