package errors;

import io.github.cotangent.Differentiable;

// The generated class's name is taken.
final class ClassTaken { // error: NameClash
  @Differentiable
  static double f(double x) {
    return x;
  }
}

final class dClassTaken {}
