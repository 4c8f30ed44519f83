package cases.loops.only_return_leaves;

import io.github.cotangent.Differentiable;

// while (true) that only return leaves; a loop whose last statement is a jump.
// run: f(1.1, 4)
// run: f(2.1, 4)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    int i = 0;
    while (true) {
      y = y * x + 0.1;
      for (int j = 0; ; j++) {
        y *= 1.1;
        if (j >= i) {
          break;
        }
      }
      if (y > 20) {
        return y * x;
      }
      if (i++ == n) {
        return y - x;
      }
    }
  }

  private Input() {}
}
