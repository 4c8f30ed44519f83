package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PartialOf;
import io.github.cotangent.UseDerivatives;

// Two rules for one method: in one class, and in two that are both asked.
@UseDerivatives(MoreRules.class)
final class Twice {
  @Differentiable
  static double caller(double x) {
    return g(x) * x; // error: DuplicateRule @12
  }

  static double f(double x) {
    return x * x;
  }

  @PartialOf(method = "f(double x)", wrt = "x", names = "x")
  static double fByX(double x) {
    return 2 * x;
  }

  @PartialOf(method = "f(double t)", wrt = "t", names = "t")
  static double fByT(double t) { // error: DuplicateRule
    return t + t;
  }

  static double g(double x) {
    return x * x;
  }

  @PartialOf(method = "g(double x)", wrt = "x", names = "x")
  static double gByX(double x) {
    return 2 * x;
  }
}

final class MoreRules {
  @PartialOf(type = Twice.class, method = "g(double x)", wrt = "x", names = "x")
  static double gByX(double x) {
    return 2 * x;
  }
}
