package cases.loops.descending;

import io.github.cotangent.Differentiable;

// Loops that count down, with >, >= and !=.
// run: f(1.2, 4)
// run: f(1.2, 0)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = n; i > 0; i--) {
      y = y * x + i;
    }
    for (int i = n - 1; i >= 0; --i) {
      y = Math.sin(y) * (i + 1);
    }
    for (int i = n; i != 0; i -= 1) {
      y = y * y * 0.3;
    }
    return y;
  }

  private Input() {}
}
