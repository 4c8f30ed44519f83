package cases.small.stays;

import io.github.cotangent.Differentiable;

/** Small arrays that stay arrays: they cannot be followed through the text. */
final class Input {
  private Input() {}

  // run: dynamic(0.8, 1.3, 1)
  @Differentiable
  static double dynamic(double x, double y, int k) {
    double[] v = {x, y * x};
    double[] w = {x * x, y};
    w[0] *= w[1];
    return v[k] * w[0];
  }

  // run: outOfBounds(0.8, false)
  @Differentiable
  static double outOfBounds(double x, boolean fails) {
    double[] v = {x, x * x};
    return fails ? v[2] : v[1];
  }

  // run: older(0.8, 1.3)
  // run: older(-0.8, 1.3)
  @Differentiable
  static double older(double x, double y) {
    double[] a = {x, y};
    double[] b = {y * x, x};
    double[] chosen = a;
    if (x > 0) {
      chosen = b;
    }
    return chosen[0] * a[1] + b[1];
  }

  // run: stored(0.8, 1.3)
  @Differentiable
  static double stored(double x, double y) {
    double[] a = {x, y};
    double[][] rows = {a, {y, x}};
    a[0] *= y;
    return rows[0][0] * rows[1][1];
  }

  // run: given(new double[] {0.3, 0.4, 0.5}, 2)
  @Differentiable
  static double given(double[] x, int k) {
    double[] sum = plus(x, x);
    return sum[k] * sum[0];
  }

  // run: copied(0.8, 1.3)
  @Differentiable
  static double copied(double x, double y) {
    double[] a = {x, y};
    double[] b = a.clone();
    a[0] *= y;
    return a[0] * b[0];
  }

  // run: compared(0.8, 1.3)
  @Differentiable
  static double compared(double x, double y) {
    double[] a = {x, y};
    double[] b = x > 0 ? a : null;
    if (a == b) {
      a[0] *= y;
    }
    return a[0] * a[1];
  }

  // run: made(0.8, 1.3)
  @Differentiable
  static double[] made(double x, double y) {
    double[] a = {x, y};
    return plus(a, a);
  }

  // run: recursive(0.8, 3)
  @Differentiable
  static double recursive(double x, int n) {
    double[] a = {x, x * x};
    return power(a, n);
  }

  private static double power(double[] a, int n) {
    return n == 0 ? a[1] : a[0] * power(a, n - 1);
  }

  private static double[] plus(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + b[i] * a[i];
    }
    return sum;
  }
}
