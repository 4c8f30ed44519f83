package errors;

import io.github.cotangent.Differentiable;

// A chosen name must be an identifier; a keyword is part of longer names only.
final class NoIdentifier {
  @Differentiable(name = "1st") // error: NameClash @26
  static double first(double x) {
    return x * x;
  }

  @Differentiable(name = "class")
  static double keyword(double x) {
    return x * x;
  }

  private NoIdentifier() {}
}
