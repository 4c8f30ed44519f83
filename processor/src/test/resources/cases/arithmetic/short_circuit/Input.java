package cases.arithmetic.short_circuit;

import io.github.cotangent.Differentiable;

// Operands of && and || that are not evaluated are never evaluated by the derivative.
// run: f(1.5, new double[] {2, 3}, 1)
// run: f(1.5, new double[] {2, 3}, 5)
// run: f(-1.5, new double[0], 0)
final class Input {
  @Differentiable
  static double f(double x, double[] a, int i) {
    double y = x;
    if (a != null && i < a.length && a[i] > 1) {
      y = y * a[i];
    }
    if (a == null || i >= a.length || a[i] < 1e9 && x > 1) {
      y = y * x;
    }
    boolean both = a != null & x > 0;
    boolean one = x > 0 ^ i > 3 || a == null;
    return (both ? y : -y * y) + (one ? x * x : x);
  }

  private Input() {}
}
