package cases.loops.huge_bound;

import io.github.cotangent.Differentiable;

// An early exit with a huge bound, and a product of bounds that overflows: nothing is sized by them.
// run: f(1.1, 2_000_000_000)
// run: g(1.1, 70_000)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = y * x + 0.1;
      if (y > 100) {
        break;
      }
    }
    return y;
  }

  @Differentiable
  static double g(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        y = y * x + 0.1;
        if (y > 100) {
          return y * x;
        }
      }
    }
    return y;
  }

  private Input() {}
}
