package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.PartialOf;

// Second derivatives differentiate the rule, which must be differentiable itself.
final class SecondOrder {
  @Differentiable(generate = Output.HVP)
  static double f(double x) {
    return Library.square(x) * x; // error: UnknownDerivative
  }
}

final class Library {
  static double square(double x) {
    return x * x;
  }

  @PartialOf(method = "square(double x)", wrt = "x", names = "x")
  static double squareByX(double x) {
    return 2 * x;
  }
}
