package cases.arrays.growing;

import io.github.cotangent.Differentiable;

// Arrays that grow and shrink while a loop runs, with lengths that depend on the values.
// run: f(new double[] {1.1, 0.2}, 4)
final class Input {
  @Differentiable
  static double f(double[] x, int n) {
    double[] a = x;
    for (int i = 0; i < n; i++) {
      double[] next = new double[a[0] > 1.2 ? a.length + 1 : 2];
      for (int j = 0; j < next.length; j++) {
        next[j] = j < a.length ? a[j] * 1.1 + 0.05 : a[0] * a[1];
      }
      next[1] *= next[0];
      a = next;
    }
    double s = a.length;
    for (double v : a) {
      s = s * v + v;
    }
    return s;
  }

  private Input() {}
}
