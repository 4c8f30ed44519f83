package cases.calls.deep_calls;

import io.github.cotangent.Differentiable;

// A chain of calls in loops: the cost stays linear in the depth.
// run: f(0.5, 3)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = one(y, n);
    }
    return y;
  }

  static double one(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = two(y, n) * x;
    }
    return y;
  }

  static double two(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = three(y) + 0.1;
    }
    return y;
  }

  static double three(double x) {
    return Math.sin(x) * x;
  }

  private Input() {}
}
