package cases.loops.break_continue;

import io.github.cotangent.Differentiable;

// break and continue in every kind of loop.
// run: f(1.1, 9)
// run: f(1.1, 3)
// run: f(3.1, 9)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      if (i == 2) {
        continue;
      }
      y = y * x * 0.9;
      if (y > 4) {
        break;
      }
      y += 0.1;
    }
    int k = 0;
    while (true) {
      k++;
      if (k % 2 == 0) continue;
      y = y + y * x * 0.1;
      if (k > n) break;
    }
    for (; ; ) {
      if (y > 50) {
        break;
      }
      y = y * 2 + x;
    }
    return y;
  }

  private Input() {}
}
