package cases.arrays.overwritten_then_read;

import io.github.cotangent.Differentiable;

// Elements overwritten by constants, read again, and arrays cleared by new.
// run: f(new double[] {1.1, 2.2, 0.3})
final class Input {
  @Differentiable
  static double f(double[] x) {
    double s = x[0] * x[1];
    x[0] = 3;
    s *= x[0];
    x[1] = x[2];
    x[2] = s;
    double t = x[0] + x[1] * x[2];
    x = new double[3];
    x[0] += t;
    return x[0] * t + x[1];
  }

  private Input() {}
}
