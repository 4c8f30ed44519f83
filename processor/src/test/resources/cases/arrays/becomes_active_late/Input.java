package cases.arrays.becomes_active_late;

import io.github.cotangent.Differentiable;

// A data array that receives an active value later; and one that does through an alias.
// run: f(1.5, 2)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double[] a = new double[n];
    double[] b = {1, 2, 3};
    double s = a[0] + b[1];
    double[] c = b;
    s += b[0] * x;
    a[1] = x * x;
    c[2] = a[1] * x;
    b[0] = c[2];
    double[][] m = {a, b};
    m[1][1] = m[0][1];
    return s + b[0] * c[1] + a[0];
  }

  private Input() {}
}
