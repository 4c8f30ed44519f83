package cases.loops.index_written_in_body;

import io.github.cotangent.Differentiable;

// The loop's index is written in its body.
// run: f(1.1, 9)
// run: f(1.1, 0)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      y = y * x + i;
      if (i % 3 == 1) {
        i++;
      }
      if (i == 6) {
        i = 7;
      }
    }
    return y;
  }

  private Input() {}
}
