package errors;

import io.github.cotangent.Differentiable;

// Two methods whose generated members would have one name and one list of parameters.
final class SameName {
  @Differentiable(name = "g") // error: NameClash @26
  static double f(double x) {
    return x;
  }

  @Differentiable
  static double g(double x) {
    return 2 * x;
  }
}
