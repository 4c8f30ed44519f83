package errors;

import io.github.cotangent.Differentiable;

// Constructors of a record that are not the canonical one: of constants they may be called.
final class OtherConstructors {
  record Interval(double low, double high) {
    Interval(double width) {
      this(0, width);
    }

    double width() {
      return high - low;
    }
  }

  @Differentiable
  static double f(double x) {
    Interval unit = new Interval(1);
    return unit.width() * new Interval(x).width(); // error: UnsupportedExpression @27
  }
}
