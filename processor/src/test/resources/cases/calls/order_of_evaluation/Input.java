package cases.calls.order_of_evaluation;

import io.github.cotangent.Differentiable;

// Side effects of calls among the operands of one expression: left to right.
// run: f(1.5, new double[] {1.1, 2.2})
final class Input {
  @Differentiable
  static double f(double x, double[] a) {
    double y = a[0] * step(a, x) + a[0] * step(a, 2 * x);
    a[0] += step(a, y) * a[0];
    a[turn(a)] *= a[0] + step(a, 0.5);
    double z = x;
    z += step(a, z) + (z = 3 * y) * z;
    return y * a[0] + a[1] * z;
  }

  static double step(double[] a, double k) {
    a[0] = a[0] * k + a[1];
    return a[0] * 0.25;
  }

  static int turn(double[] a) {
    a[1] = -a[1];
    return 1;
  }

  private Input() {}
}
