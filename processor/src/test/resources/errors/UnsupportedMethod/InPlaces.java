package errors;

import io.github.cotangent.Differentiable;

// Annotated methods in places that no generated class can mirror.
final class InPlaces {
  static Object anonymous() {
    class Local {
      @Differentiable
      static double f(double x) { // error: UnsupportedMethod
        return x;
      }
    }
    return new Object() {
      @Differentiable
      static double g(double x) { // error: UnsupportedMethod
        return x;
      }

      @Override
      public String toString() {
        return "" + new Local();
      }
    };
  }
}
