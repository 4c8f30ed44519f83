package cases.loops.bound_changes;

import io.github.cotangent.Differentiable;

// The bound changes while the loop runs.
// run: f(1.1, 6)
// run: f(1.1, 1)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = y * x + 0.1;
      if (i % 2 == 0) {
        n--;
      }
    }
    int m = 1;
    for (int i = 0; i < m; i++) {
      y = y * y * 0.5;
      if (m < 3) {
        m++;
      }
    }
    return y;
  }

  private Input() {}
}
