package errors;

import io.github.cotangent.Differentiable;

// Generic methods, methods of variable arity, instance methods of generic records.
final class Generic {
  @Differentiable
  static <T> double generic(double x, T t) { // error: UnsupportedMethod @21
    return x;
  }

  @Differentiable
  static double variable(double... xs) { // error: UnsupportedMethod @17
    return xs[0];
  }

  @Differentiable
  static double variableStrings(double x, String... names) { // error: UnsupportedMethod
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
