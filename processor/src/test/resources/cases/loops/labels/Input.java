package cases.loops.labels;

import io.github.cotangent.Differentiable;

// Labelled break and continue out of nested loops, a labelled block.
// run: f(1.1, 4)
// run: f(1.9, 4)
// run: f(1.1, 0)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    outer:
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (j == i + 1) {
          continue outer;
        }
        y = y * x * 0.8 + j;
        if (y > 12) {
          break outer;
        }
      }
      y = y * 0.5;
    }
    block:
    {
      y = y * x;
      if (y > 3) {
        break block;
      }
      y = y * y;
    }
    return y;
  }

  private Input() {}
}
