package cases.loops.inclusive_bound;

import io.github.cotangent.Differentiable;

// i <= n, bounds by expression, two indices in one loop.
// run: f(1.1, 3)
// run: f(1.1, 0)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = 1; i <= n; i++) {
      y = y * x / i;
    }
    for (int i = 0, j = n; i < j; i++, j--) {
      y += x * i * j * y;
    }
    for (int i = n / 2; i < 2 * n - 1; i++) {
      y = y * y * 0.5;
    }
    return y;
  }

  private Input() {}
}
