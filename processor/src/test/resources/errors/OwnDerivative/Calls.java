package errors;

import io.github.cotangent.Differentiable;

// The class that is generated from this one is written last.
final class Calls {
  @Differentiable(order = 2)
  static double square(double x) {
    return x * x;
  }

  @Differentiable
  static double step(double x) {
    return x - square(x) / dCalls.dSquare(x); // error: OwnDerivative @28
  }

  @Differentiable
  static double twice(double x) {
    double first = errors.dCalls.dSquare(x); // error: OwnDerivative
    return first * dCalls.squareValueAndGradient(x).gradient(); // error: OwnDerivative
  }

  static final class Inner {
    @Differentiable
    static double slope(double x) {
      return dCalls.dSquare(x) * x; // error: OwnDerivative
    }
  }

  // Not differentiated: as it should be.
  static double report(double x) {
    return dCalls.dSquare(x);
  }
}
