package errors;

import io.github.cotangent.Differentiable;

// A helper that is differentiated because it is called.
final class Helper {
  @Differentiable
  static double square(double x) {
    return x * x;
  }

  @Differentiable
  static double step(double x) {
    return x - square(x) / slope(x);
  }

  private static double slope(double x) {
    double slope = dHelper.dSquare(x); // error: OwnDerivative
    return slope;
  }
}
