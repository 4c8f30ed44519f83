package cases.calls.some_constant;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Calls whose arguments are constant here and active there.
// run: f(1.5, 2.5, 4)
final class Input {
  @Differentiable
  static double f(double x, @NonDifferentiable double k, int n) {
    double a = power(x, 3) + power(k, 2);
    double b = blend(x, k) * blend(k, x) + blend(k, k) * x;
    return a * b + power(2, n) * x;
  }

  static double power(double x, int n) {
    double y = 1;
    for (int i = 0; i < n; i++) {
      y *= x;
    }
    return y;
  }

  static double blend(double p, double q) {
    return p * p + q * p - Math.sqrt(q);
  }

  private Input() {}
}
