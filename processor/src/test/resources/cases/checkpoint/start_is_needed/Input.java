package cases.checkpoint.start_is_needed;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// What stands before the loop reads the state that the loop changes.
// run: f(1.1, 5)
// run: f(1.1, 0)
// run: constantLoop(1.1, 5)
// run: inLoop(1.1, 3, 4)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double y = x * x;
    y = Math.exp(y * 0.3) * y;
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      y = Math.sin(y) + 0.01 * i;
    }
    y = y * y;
    return y + x;
  }

  /** No derivative goes through the loop, but it changes what a factor was. */
  @Differentiable
  static double constantLoop(double x, int n) {
    double k = 1.5;
    double y = x * k;
    int[] count = {1, 2};
    y *= count[0];
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      k = k * 0.5 + count[1];
      count[0] += i;
    }
    return y * y * k * count[n % 1];
  }

  @Differentiable
  static double inLoop(double x, int n, int m) {
    double y = x;
    int k = 1;
    for (int i = 0; i < n; i++) {
      y = y * k + y * y * 0.1;
      for (int j = 0; j < m; j++) {
        checkpoint(2);
        y = Math.sin(y);
        k = (k + j) % 3;
      }
    }
    return y;
  }

  private Input() {}
}
