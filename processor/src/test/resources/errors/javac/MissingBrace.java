package errors;

import io.github.cotangent.Differentiable;

// The file ends too early.
final class MissingBrace {
  @Differentiable
  static double f(double x) {
    return x * x;
  } // error: javac
