package cases.loops.bound_reassigned_after;

import io.github.cotangent.Differentiable;

// The bound is another value by the time the backward pass runs.
// run: f(new double[] {1.1, 0.7, 1.3}, 3)
final class Input {
  @Differentiable
  static double f(double[] x, int n) {
    double y = 1;
    int k = 0;
    for (int i = k; i < n; i++) {
      y = y * x[i];
    }
    n = 2;
    k = 1;
    for (int i = k; i <= n; i++) {
      y = y + x[i] * y;
    }
    n = -1;
    x = new double[] {y, y};
    return y * x[1];
  }

  private Input() {}
}
