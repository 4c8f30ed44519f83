package errors;

import io.github.cotangent.Differentiable;

// An instance method of a class, called with an active argument, and one that reads an active array.
final class InstanceCallee {
  @Differentiable
  static double f(double x, Model model) {
    return model.evaluate(x); // error: UnknownDerivative
  }

  static class Model {
    double evaluate(double x) {
      return x * x;
    }
  }
}
