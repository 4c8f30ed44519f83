package cases.arrays.out_of_bounds;

import io.github.cotangent.Differentiable;

// Failing indices at every place: the same exception leaves dF.
// run: f(new double[] {1.1, 2.2}, 1)
// run: f(new double[] {1.1, 2.2}, 2)
// run: f(new double[] {1.1, 2.2}, -1)
// run: f(new double[] {1.1, 2.2}, 0)
// run: f(null, 0)
final class Input {
  @Differentiable
  static double f(double[] x, int i) {
    x[i] = x[i] * 2;
    x[1 - i] = x[i];
    double y = x[0] * x[1];
    if (i == 0) {
      System.arraycopy(x, 0, x, 1, 2);
    }
    return y;
  }

  private Input() {}
}
