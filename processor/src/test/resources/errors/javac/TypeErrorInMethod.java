package errors;

import io.github.cotangent.Differentiable;

// A type error in the annotated method itself.
final class TypeErrorInMethod {
  @Differentiable
  static double f(double x) {
    int n = x; // error: javac
    return x * n;
  }
}
