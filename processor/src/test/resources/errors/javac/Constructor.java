package errors;

import io.github.cotangent.Differentiable;

// The annotation on a constructor, a class, a field: javac's own errors.
@Differentiable // error: javac
final class Constructor {
  @Differentiable // error: javac
  double field;

  @Differentiable // error: javac
  Constructor(double x) {
    field = x;
  }
}
