package errors;

import io.github.cotangent.Differentiable;

// A syntax error elsewhere in the file: javac's own errors only.
final class SyntaxError {
  @Differentiable
  static double f(double x) {
    return x * x;
  }

  static int broken() {
    return 1 +; // error: javac
  }
}
