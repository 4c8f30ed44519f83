package cases.calls.returned_array_given_away;

import io.github.cotangent.Differentiable;

// The array that is returned is also given to a method of arrays of arrays: its shadow is found by
// identity, so the adjoint of the result must be known there.
// run: f(1.5, 0.5)
// run: rows(1.5, 0.5)
final class Input {
  @Differentiable
  static double[] f(double x, double y) {
    double[] c = {x * y, x};
    c[0] = h(c, new double[2][2], y);
    return c;
  }

  private static double h(double[] c, double[][] rows, double y) {
    return c[0] * y + rows[1][1] * y;
  }

  @Differentiable
  static double[][] rows(double x, double y) {
    double[][] c = {{x, y}, {x * y}};
    c[0] = new double[] {y, x * x};
    return c;
  }

  private Input() {}
}
