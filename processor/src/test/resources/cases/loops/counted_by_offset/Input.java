package cases.loops.counted_by_offset;

import io.github.cotangent.Differentiable;

// Counted loops whose test is not just i < n: offsets, mirrored, a second condition, extreme bounds.
// run: f(1.1, 5)
// run: f(1.1, 0)
// run: f(1.1, -3)
// run: g(new double[] {1.1, 0.7, 0.9, 1.3}, 2)
// run: g(new double[] {1.1}, -2147483648)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = 0; i + 1 < n; i++) {
      y = y * x + i;
    }
    for (int i = 1; n - 1 >= i; i++) {
      y = y * x * 0.5;
    }
    for (int i = 0; i < n / 2; i++) {
      y = Math.sin(y) * x;
    }
    for (int i = 0; i * i <= n; i++) {
      y = y * y * 0.1;
    }
    for (int i = 0; i < n && y < 2; i++) {
      y = y * y + x;
    }
    return y;
  }

  @Differentiable
  static double g(double[] x, int n) {
    double y = 1;
    for (int i = 0; i + 1 < x.length; i++) {
      y = y * x[i] + x[i + 1];
    }
    for (int i = 2; x.length > i - 1; i++) {
      y = y * x[i - 2];
    }
    for (int i = 0; i + 3 < n; i++) {
      y = y * y;
    }
    for (int i = x.length - 1; i >= 1; i--) {
      y = y * x[i] - x[i - 1];
    }
    return y;
  }

  private Input() {}
}
