package errors;

import io.github.cotangent.Differentiable;

// The type of what it returns is not known either.
final class Inferred {
  @Differentiable(order = 2)
  static double product(double x, double y) {
    return x * y;
  }

  @Differentiable
  static double step(double x) {
    var gradient = dInferred.dProduct(x, x); // error: OwnDerivative
    return x - gradient.x();
  }
}
