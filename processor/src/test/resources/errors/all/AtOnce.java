package errors;

import io.github.cotangent.Differentiable;

// All problems of a method, and of all methods, in one compile.
final class AtOnce {
  static int counter;

  @Differentiable(wrt = "q") // error: UnknownWrt
  static double f(double x, double[] a, Object o) {
    counter++; // error: FieldWrite
    Double boxed = x; // error: ActiveEscapes
    Object all = a; // error: ActiveEscapes
    if (o instanceof String s || x > 0) { // error: UnsupportedExpression
      x = Other.g(x); // error: UnknownDerivative
    }
    return x * counter; // error: MutableField
  }

  @Differentiable
  static double h(double x) {
    return Other.g(x); // error: UnknownDerivative
  }
}

final class Other {
  static double g(double x) {
    return x;
  }
}
