package errors;

import static errors.dImported.dSquare; // error: javac // error: javac

import io.github.cotangent.Differentiable;

// javac has its say about the import.
final class Imported {
  @Differentiable(order = 2)
  static double square(double x) {
    return x * x;
  }

  @Differentiable
  static double step(double x) {
    return x - square(x) / dSquare(x); // error: OwnDerivative
  }
}
