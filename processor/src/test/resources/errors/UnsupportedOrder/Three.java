package errors;

import io.github.cotangent.Differentiable;

final class Three {
  @Differentiable(order = 3) // error: UnsupportedOrder
  static double f(double x) {
    return x * x;
  }

  private Three() {}
}
