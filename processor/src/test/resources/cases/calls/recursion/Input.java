package cases.calls.recursion;

import io.github.cotangent.Differentiable;

// Recursion on a scalar and on an array: a frame for each activation.
// run: f(1.1, 5)
// run: f(1.1, 0)
// run: sum(new double[] {1.1, 2.2, 0.3, 0.4}, 0, 4)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    if (n <= 0) {
      return x;
    }
    double y = f(x * 0.9, n - 1);
    return y * x + Math.sin(y);
  }

  @Differentiable
  static double sum(double[] x, int from, int to) {
    if (to - from == 1) {
      return x[from] * x[from];
    }
    int middle = (from + to) / 2;
    double left = sum(x, from, middle);
    x[from] = left;
    double right = sum(x, middle, to);
    return left * right + left;
  }

  private Input() {}
}
