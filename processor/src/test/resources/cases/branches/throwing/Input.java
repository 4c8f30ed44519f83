package cases.branches.throwing;

import io.github.cotangent.Differentiable;

// An exception that f throws, dF throws too.
// run: f(1.5, 1)
// run: f(1.5, 0)
// run: f(-1.5, 1)
// run: f(1.5, 9)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    if (x < 0) {
      throw new IllegalArgumentException("x = " + x);
    }
    double[] a = new double[2];
    a[n] = x * x;
    double unused = a[n + 1 - 1] * 3;
    if (n == 0) {
      throw new IllegalStateException();
    }
    return a[1] * x;
  }

  private Input() {}
}
