package errors;

import io.github.cotangent.Differentiable;

// Types that do not exist, in the signature.
final class UnknownType {
  @Differentiable
  static Unknown g(Unknown u, double x) { // error: javac // error: javac
    return u;
  }
}
