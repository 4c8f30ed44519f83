package errors;

import io.github.cotangent.Differentiable;

// Methods without a body, and instance methods of what is no record.
abstract class Bodies {
  @Differentiable
  abstract double withoutBody(double x); // error: UnsupportedMethod @19

  @Differentiable
  static native double inC(double x); // error: UnsupportedMethod @24

  @Differentiable
  double ofAnObject(double x) { // error: UnsupportedMethod @10
    return x;
  }

  interface Shape {
    @Differentiable
    double area(double width); // error: UnsupportedMethod

    @Differentiable
    default double twice(double x) { // error: UnsupportedMethod
      return 2 * x;
    }
  }

  class Inner {
    @Differentiable
    double f(double x) { // error: UnsupportedMethod
      return x;
    }
  }

  enum Kind {
    ONE;

    @Differentiable
    double f(double x) { // error: UnsupportedMethod
      return x;
    }
  }
}
