package errors;

import io.github.cotangent.Differentiable;

final class LocalEnums { // error: UnsupportedExpression
  static int local() {
    enum Side {
      LEFT,
      RIGHT
    }
    return Side.values().length;
  }

  @Differentiable
  static double f(double x) {
    return x * x;
  }

  private LocalEnums() {}
}
