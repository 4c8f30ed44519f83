package errors;

import io.github.cotangent.Differentiable;

// What an object is or holds may have other names: arrays in it are read, and not written into.
final class CastObjects {
  record Held(double[] values) {}

  @Differentiable
  static double cast(double x, Object o) {
    double[] values = (double[]) o;
    double y = x * values[0];
    values[0] = 2; // error: UnsupportedExpression @5
    return y;
  }

  @Differentiable
  static double pattern(double x, Object o) {
    if (o instanceof Held held) {
      held.values()[0] = x; // error: UnsupportedExpression @7
      return held.values()[0] * x;
    }
    return x;
  }

  @Differentiable
  static double called(double x, Object o) {
    double[] values = (double[]) o;
    double y = x * values[0];
    clear(o); // error: UnsupportedExpression @5
    return y;
  }

  static void clear(Object o) {
    ((double[]) o)[0] = 0;
  }
}
