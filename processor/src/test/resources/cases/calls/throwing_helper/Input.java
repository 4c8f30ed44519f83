package cases.calls.throwing_helper;

import io.github.cotangent.Differentiable;

// An exception thrown in a helper, after arrays have been written.
// run: f(new double[] {1.1, 2.2}, 1)
// run: f(new double[] {1.1, 2.2}, 2)
final class Input {
  @Differentiable
  static double f(double[] x, int n) {
    x[0] = x[0] * 2;
    store(x, n, x[0]);
    return x[0] * x[1];
  }

  static void store(double[] x, int i, double v) {
    x[0] *= v;
    if (i >= x.length) {
      throw new IndexOutOfBoundsException("no place " + i);
    }
    x[i] = v * v;
  }

  private Input() {}
}
