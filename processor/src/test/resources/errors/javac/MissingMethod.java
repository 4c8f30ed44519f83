package errors;

import io.github.cotangent.Differentiable;

// A method that does not exist, called in the annotated method.
final class MissingMethod {
  @Differentiable
  static double f(double x) {
    return missing(x) * x; // error: javac
  }
}
