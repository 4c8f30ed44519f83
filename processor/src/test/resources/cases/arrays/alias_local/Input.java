package cases.arrays.alias_local;

import io.github.cotangent.Differentiable;

// b = a: the adjoint's reference travels with the primal's.
// run: f(new double[] {1.1, 2.2}, new double[] {0.5, 0.7})
final class Input {
  @Differentiable
  static double f(double[] a, double[] b) {
    double[] c = a;
    c[0] = c[0] * a[1];
    a[1] = a[0] * b[0];
    c = b;
    c[1] *= a[1];
    double[] e = c;
    e[0] = e[0] * e[1] + c[0];
    return a[0] * a[1] + b[0] * c[1];
  }

  private Input() {}
}
