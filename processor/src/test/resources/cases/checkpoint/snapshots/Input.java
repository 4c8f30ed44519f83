package cases.checkpoint.snapshots;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// The number of snapshots is evaluated before the loop; there must be one.
// run: f(1.1, 7, 2)
// expect: Message.of(() -> dInput.dF(1.1, 7, 0)) = 0.0
// expect: Message.of(() -> dInput.dF(1.1, 7, -1)) = -2.0
// expect: Message.of(() -> dInput.dF(1.1, 7, 1)) = 1.0
final class Input {
  @Differentiable
  static double f(double x, int n, int snapshots) {
    double y = x;
    int k = snapshots;
    while (n > 0) {
      checkpoint(2 * k);
      y = y * Math.sin(y) + x;
      k = -5;
      n--;
    }
    return y;
  }

  private Input() {}
}
