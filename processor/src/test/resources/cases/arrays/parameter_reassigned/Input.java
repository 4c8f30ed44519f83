package cases.arrays.parameter_reassigned;

import io.github.cotangent.Differentiable;

// An array parameter that is made to mean another one, and written through.
// run: f(new double[] {1.1, 2.2}, new double[] {0.3, 0.4}, 2)
// run: f(new double[] {1.1, 2.2}, new double[] {0.3, 0.4}, 3)
final class Input {
  @Differentiable
  static double f(double[] a, double[] b, int n) {
    double[] start = a;
    for (int i = 0; i < n; i++) {
      a[0] = a[0] * b[1] + 0.5;
      double[] t = a;
      a = b;
      b = t;
      b[1] *= a[0];
      if (i == 1) {
        a = new double[] {b[0] * a[0], b[1]};
      }
    }
    return a[0] * b[1] + start[0] * start[1];
  }

  private Input() {}
}
