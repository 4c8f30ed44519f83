package errors;

import io.github.cotangent.Differentiable;

// Generic methods, instance methods of generic records.
final class Generic {
  @Differentiable
  static <T> double generic(double x, T t) { // error: UnsupportedMethod @21
    return x;
  }

  record Box<T>(double x, T t) {
    @Differentiable
    double f() { // error: UnsupportedMethod
      return x;
    }
  }

  @Differentiable
  static double good(double x) {
    return x;
  }
}
