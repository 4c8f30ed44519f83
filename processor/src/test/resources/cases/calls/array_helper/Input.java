package cases.calls.array_helper;

import io.github.cotangent.Differentiable;

// Helpers that return arrays: fresh, an argument, a row, one of two.
// run: f(new double[] {1.1, 2.2}, new double[] {0.3, 0.4})
final class Input {
  @Differentiable
  static double f(double[] x, double[] y) {
    double[] s = sum(x, y);
    double[] t = scaled(s, 2);
    t[0] *= s[0];
    double[] larger = larger(x, t);
    larger[1] *= y[0];
    double[] c = larger(sum(x, t), scaled(y, x[0]));
    return s[0] * t[1] + c[0] * c[1] + x[1];
  }

  static double[] sum(double[] a, double[] b) {
    double[] c = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      c[i] = a[i] + b[i];
    }
    return c;
  }

  static double[] scaled(double[] a, double k) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= k;
    }
    return a;
  }

  static double[] larger(double[] a, double[] b) {
    return a[0] > b[0] ? a : b;
  }

  private Input() {}
}
