package errors;

import io.github.cotangent.Differentiable;

final class Zero {
  @Differentiable(order = 0) // error: UnsupportedOrder
  static double f(double x) {
    return x * x;
  }

  private Zero() {}
}
