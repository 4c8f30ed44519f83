package cases.loops.while_side_effects;

import io.github.cotangent.Differentiable;

// Side effects in the condition of while, for and do.
// run: f(1.1, 5)
// run: f(1.1, 0)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x;
    int k = n;
    while (k-- > 0) {
      y = y * x + k;
    }
    double t;
    while ((t = y * 0.5) > 0.3 && k++ < 10) {
      y = t * x;
    }
    for (int i = 0; i++ < n; ) {
      y += y * i * 0.1;
    }
    do {
      y = y * 1.1;
    } while ((y += x) < 5);
    return y * t;
  }

  private Input() {}
}
