package cases.calls.void_helper;

import io.github.cotangent.Differentiable;

// void helpers that write into the caller's arrays, and helpers that also return a value.
// run: f(new double[] {1.1, 2.2, 0.3}, 0.5)
final class Input {
  @Differentiable
  static double f(double[] x, double k) {
    double[] buffer = new double[3];
    copyScaled(x, buffer, k);
    double s = pop(buffer);
    copyScaled(buffer, x, s);
    copyScaled(x, x, k);
    nothing(x);
    return s * x[0] + buffer[2] * x[1];
  }

  static void copyScaled(double[] from, double[] to, double k) {
    for (int i = 0; i < from.length; i++) {
      to[i] = from[i] * k * from[i] + 0.1;
    }
  }

  static double pop(double[] a) {
    double last = a[a.length - 1];
    a[a.length - 1] = a[0] * last;
    a[0] = 0;
    return last;
  }

  static void nothing(double[] a) {}

  private Input() {}
}
