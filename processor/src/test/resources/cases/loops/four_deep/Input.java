package cases.loops.four_deep;

import io.github.cotangent.Differentiable;

// Four nested loops, the innermost with a carried value and an exit.
// run: f(1.01, 3)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        for (int k = n; k > j; k--) {
          int l = 0;
          while (l < k) {
            y = y * x + 0.01 * l;
            if (y > 40) {
              break;
            }
            l++;
          }
        }
        y = y * 0.7;
      }
    }
    return y;
  }

  private Input() {}
}
