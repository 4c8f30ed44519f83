package cases.loops.strides;

import io.github.cotangent.Differentiable;

// Steps other than one: by two, by three downward, doubling, by a variable.
// run: f(1.1, 9, 2)
// run: f(1.1, 1, 3)
// run: f(1.1, 0, 1)
// run: hugeStep(new double[] {0.3, -0.5, 0.9})
final class Input {
  @Differentiable
  static double f(double x, int n, int step) {
    double y = x;
    for (int i = 0; i < n; i += 2) {
      y = y * x + i;
    }
    for (int i = n; i >= 1; i -= 3) {
      y = Math.sin(y) * i;
    }
    for (int i = 1; i < n; i *= 2) {
      y = y * 0.5 * x;
    }
    for (int i = -2; i <= n; i += step) {
      y = y + y * x * 0.1;
    }
    return y;
  }

  /** One more step would be more than an int holds. */
  @Differentiable
  static double hugeStep(double[] x) {
    double y = 1;
    for (int i = 0; i < 2147483647 - 400000; i += 715000) {
      y = 0.999 * y + x[i % 3] * Math.sin(y);
    }
    return y;
  }

  private Input() {}
}
