package cases.loops.loop_after_loop;

import io.github.cotangent.Differentiable;

// Several loops one after another that reuse their index and their variables.
// run: f(new double[] {0.5, 1.5, 0.7})
final class Input {
  @Differentiable
  static double f(double[] x) {
    int i;
    double s = 0;
    for (i = 0; i < x.length; i++) {
      s += x[i] * x[i];
    }
    double m = s / i;
    for (i = i - 1; i >= 0; i--) {
      s += (x[i] - m) * (x[i] - m) * s;
    }
    i = 0;
    for (; i < 2; ) {
      s *= m + x[i];
      i++;
    }
    return s * i;
  }

  private Input() {}
}
