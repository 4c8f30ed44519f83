package cases.modes.third_order;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// The gradient is annotated, and differentiated in the next round of javac, and again.
// run: f(0.7)
// expect: ddInput.dDF(2.0) = 48.0
// expect: dddInput.dDDF(2.0) = 48.0
// expect: ddddInput.dDDDF(2.0) = 24.0
// run: g(new double[] {0.3, 0.5}, 2.5)
// run: power(1.5, 4)
// run: sum(new double[] {0.3, 0.5}, 1.5, 3)
// expect: ddInput.dSumPullback(new double[] {0.3}, 0.0, 3).apply(new dInput.SumGradient(new double[] {1.0}, 0.0)).x() = 3.0
final class Input {
  @Differentiable(order = 4)
  static double f(double x) {
    return x * x * x * x;
  }

  @Differentiable(order = 3)
  static double g(double[] x, @NonDifferentiable double a) {
    return Math.exp(a * x[0]) * x[1] * x[1];
  }

  @Differentiable(order = 2)
  static double power(double x, int n) {
    double y = 1;
    for (int i = 0; i < n; i++) {
      y *= x;
    }
    return y;
  }

  /** At x = 0, the derivative by the element is zero, and its own derivative is not. */
  @Differentiable(order = 2)
  static double sum(double[] a, double x, int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      s += a[0] * x;
    }
    return s;
  }

  private Input() {}
}
