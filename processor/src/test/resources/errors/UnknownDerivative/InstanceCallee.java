package errors;

import io.github.cotangent.Differentiable;

// Instance methods of which another may run in their place: of a class that may be extended, of an
// interface, of an enum with bodies at its constants.
final class InstanceCallee {
  @Differentiable
  static double f(double x, Model model) {
    return model.evaluate(x); // error: UnknownDerivative
  }

  @Differentiable
  static double of(double x, Shape shape, Kind kind) {
    return shape.area(x) // error: UnknownDerivative
        + kind.apply(x); // error: UnknownDerivative
  }

  interface Shape {
    double area(double x);
  }

  enum Kind {
    TWICE {
      @Override
      double apply(double x) {
        return 2 * x;
      }
    };

    abstract double apply(double x);
  }

  static class Model {
    double evaluate(double x) {
      return x * x;
    }
  }
}
