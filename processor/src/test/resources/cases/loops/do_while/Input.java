package cases.loops.do_while;

import io.github.cotangent.Differentiable;

// do-while, once and often, with continue.
// run: f(1.1, 4)
// run: f(1.1, 0)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    int i = 0;
    do {
      i++;
      if (i % 2 == 0) {
        continue;
      }
      y = y * x + i;
    } while (i < n);
    do y = Math.sqrt(y) * x; while (y > 3);
    return y;
  }

  private Input() {}
}
