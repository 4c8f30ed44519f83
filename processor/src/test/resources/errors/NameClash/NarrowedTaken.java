package errors;

import io.github.cotangent.Differentiable;

// Beside a narrowed method's own members stand those that other derivatives call.
final class NarrowedTaken {
  @Differentiable(wrt = "x")
  static double g(double x, double y) { // error: NameClash @17
    return x * y;
  }

  @Differentiable
  static double gWhole(double x) {
    return 2 * x;
  }
}
