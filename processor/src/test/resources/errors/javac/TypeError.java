package errors;

import io.github.cotangent.Differentiable;

// A type error elsewhere in the file, and one in the method.
final class TypeError {
  @Differentiable
  static double f(double x) {
    return x * x;
  }

  static int broken() {
    return "text"; // error: javac
  }
}
