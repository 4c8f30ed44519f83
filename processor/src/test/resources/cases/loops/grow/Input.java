package cases.loops.grow;

import io.github.cotangent.Differentiable;

// The second example of the design: a counted loop with a branch on a carried value.
// run: grow(1.1, 8)
// run: grow(1.1, 0)
// run: grow(1.1, -3)
// expect: dGrow(1.5, -3) = 1.0
final class Input {
  @Differentiable
  static double grow(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      if (y < 2.0) {
        y = y * y;
      } else {
        y = y + x;
      }
    }
    return y;
  }

  private Input() {}
}
