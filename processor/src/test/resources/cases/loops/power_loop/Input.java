package cases.loops.power_loop;

import io.github.cotangent.Differentiable;

// y = y * x: two multiplications per iteration and one saved value.
// run: f(1.1, 5)
// run: f(-0.7, 1)
// run: f(-0.7, 0)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = 1;
    for (int i = 0; i < n; ++i) {
      y = y * x;
    }
    return y;
  }

  private Input() {}
}
