package cases.calls.mutual_recursion;

import io.github.cotangent.Differentiable;

// Mutual recursion, and two recursive calls in one activation.
// run: f(1.1, 4)
// run: fibonacci(1.1, 0.9, 6)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    return n == 0 ? x : even(x * x * 0.8, n - 1) + x;
  }

  static double even(double x, int n) {
    if (n <= 0) {
      return x * x;
    }
    return odd(x + 0.1, n - 1) * x;
  }

  static double odd(double x, int n) {
    return n <= 0 ? x : f(Math.sin(x), n - 1);
  }

  @Differentiable
  static double fibonacci(double a, double b, int n) {
    if (n < 2) {
      return n == 0 ? a : b;
    }
    return fibonacci(a, b, n - 1) + 0.5 * fibonacci(a, b, n - 2) * a;
  }

  private Input() {}
}
