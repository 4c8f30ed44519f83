package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PartialOf;

// A rule of another class that the generated class cannot call.
final class Rule {
  @Differentiable
  static double f(double x) {
    return Hidden.square(x) * x; // error: PrivateMember @18
  }
}

final class Hidden {
  static double square(double x) {
    return x * x;
  }

  @PartialOf(method = "square(double x)", wrt = "x", names = "x")
  private static double squareByX(double x) {
    return 2 * x;
  }
}
