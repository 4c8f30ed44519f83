package cases.loops.nested;

import io.github.cotangent.Differentiable;

// Nested counted loops with carried values at both levels.
// run: f(1.05, 3, 4)
// run: f(1.05, 3, 0)
// run: f(1.05, -1, 4)
final class Input {
  @Differentiable
  static double f(double x, int n, int m) {
    double y = x;
    for (int i = 0; i < n; i++) {
      double row = y;
      for (int j = 0; j < m; j++) {
        row = row * x + Math.sin(row) * j;
      }
      y = y * 0.5 + row * row * 0.01;
    }
    return y;
  }

  private Input() {}
}
