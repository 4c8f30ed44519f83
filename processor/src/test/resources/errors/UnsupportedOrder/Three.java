package errors;

import io.github.cotangent.Differentiable;

final class Three {
  // The gradient keeps the old values of y on a tape.
  @Differentiable(order = 3)
  static double power(double x, double end) { // error: UnsupportedOrder
    double y = 1;
    while (y < end) {
      y = y * x;
    }
    return y;
  }

  @Differentiable(order = 3)
  static double[] twice(double[] x) { // error: UnsupportedOrder
    return new double[] {2 * x[0]};
  }

  private Three() {}
}
