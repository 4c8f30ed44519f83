package cases.arrays.alias_by_branch;

import io.github.cotangent.Differentiable;

// Which array is meant depends on the run.
// run: f(new double[] {1.1, 2.2}, new double[] {0.5, 0.7}, true)
// run: f(new double[] {1.1, 2.2}, new double[] {0.5, 0.7}, false)
final class Input {
  @Differentiable
  static double f(double[] a, double[] b, boolean first) {
    double[] c = first ? a : b;
    c[0] *= a[1];
    double[] e;
    if (!first) {
      e = a;
    } else {
      e = c;
    }
    e[1] = e[1] * c[0] + b[0];
    c = a == e ? b : a;
    return c[0] * e[1] + c[1] * e[0] + a[0];
  }

  private Input() {}
}
