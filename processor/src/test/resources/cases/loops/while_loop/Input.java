package cases.loops.while_loop;

import io.github.cotangent.Differentiable;

// while with a test on an active value: the number of trips is recorded.
// run: f(1.1)
// run: f(500)
final class Input {
  @Differentiable
  static double f(double x) {
    double y = x;
    int steps = 0;
    while (y < 100) {
      y = y * y + x;
      steps++;
    }
    return y * x + steps;
  }

  private Input() {}
}
