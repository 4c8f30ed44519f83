package cases.names.i_and_j_taken;

import io.github.cotangent.Differentiable;

// Inner scopes that reuse names which the backward pass must keep apart.
// run: f(new double[] {1.1, 0.2, 0.3})
final class Input {
  @Differentiable
  static double f(double[] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      double t = a[i] * s;
      for (int j = 0; j < i; j++) {
        double t1 = t * a[j];
        t = t1 * t1 + 1;
        s += t;
      }
    }
    for (int i = 0; i < a.length; i++) {
      double t = a[i];
      t = t * s;
      int j = i;
      s = s + t * a[j];
    }
    double t = s;
    t = t * t;
    return t;
  }

  private Input() {}
}
