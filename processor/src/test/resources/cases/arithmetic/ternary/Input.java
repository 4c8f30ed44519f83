package cases.arithmetic.ternary;

import io.github.cotangent.Differentiable;

// Conditional expressions, nested, chained, of mixed types and in arguments.
// run: f(1.5, 0.5, 2)
// run: f(-1.5, 0.5, 2)
// run: f(-1.5, -4.5, 3)
final class Input {
  @Differentiable
  static double f(double x, double y, int n) {
    double a = x > 0 ? x * x : y > 0 ? -x * y : x + y;
    double b = n > 2 ? n : x;
    double c = Math.sin(a > b ? a : b) + (x > y ? x : 1) * (n == 2 ? 2 : y);
    return a * b + (a < c ? c * c : a < 0 ? a * 3 : 7);
  }

  private Input() {}
}
