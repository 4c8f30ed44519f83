package cases.loops.strides;

import io.github.cotangent.Differentiable;

// Steps other than one: by two, by three downward, doubling, by a variable.
// run: f(1.1, 9, 2)
// run: f(1.1, 1, 3)
// run: f(1.1, 0, 1)
final class Input {
  @Differentiable
  static double f(double x, int n, int step) {
    double y = x;
    for (int i = 0; i < n; i += 2) {
      y = y * x + i;
    }
    for (int i = n; i >= 1; i -= 3) {
      y = Math.sin(y) * i;
    }
    for (int i = 1; i < n; i *= 2) {
      y = y * 0.5 * x;
    }
    for (int i = -2; i <= n; i += step) {
      y = y + y * x * 0.1;
    }
    return y;
  }

  private Input() {}
}
