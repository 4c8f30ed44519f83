package errors;

import io.github.cotangent.Differentiable;

// javac would compile none of these, in a class with annotated methods.
final class WrittenConstructors {
  record Range(int low, int high) {
    Range { // error: UnsupportedStatement
      if (low > high) {
        throw new IllegalArgumentException();
      }
    }
  }

  record Whole(int low, int high) {
    Whole(int low, int high) { // error: UnsupportedStatement
      this.low = low;
      this.high = high;
    }

    Whole(int only) {
      this(only, only);
    }
  }

  record Plain(int low, int high) {
    Plain(int only) {
      this(only, only);
    }
  }

  @Differentiable
  static double f(double x) {
    return x * x;
  }

  private WrittenConstructors() {}
}
