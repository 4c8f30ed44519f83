package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

// Callees whose derivative nobody knows.
final class Callees {
  @Differentiable
  static double other(double x) {
    return Elsewhere.plain(x) * x; // error: UnknownDerivative @12
  }

  @Differentiable
  static double library(double x) {
    return Elsewhere.plain(x) + new Random(1).nextDouble(0, x); // error: UnknownDerivative // error: UnknownDerivative
  }

  @Differentiable
  static double sorted(double[] x) {
    Arrays.sort(x); // error: UnknownDerivative
    double[] y = Objects.requireNonNull(x); // error: UnknownDerivative
    return y[0];
  }

  @Differentiable
  static double function(double x, @NonDifferentiable DoubleUnaryOperator g) {
    return g.applyAsDouble(x); // error: UnknownDerivative
  }

  @Differentiable
  static double throughHelper(double x) {
    return helper(x) + helper(2 * x);
  }

  static double helper(double x) {
    return Elsewhere.plain(x); // error: UnknownDerivative
  }

  @Differentiable
  static double generic(double x, String s) {
    return ofAny(x, s); // error: UnknownDerivative
  }

  static <T> double ofAny(double x, T any) {
    return x * any.hashCode();
  }

  @Differentiable
  static double constantsAreFine(double x) {
    return Elsewhere.plain(3) * x;
  }
}

final class Elsewhere {
  static double plain(double x) {
    return x * x;
  }

  private Elsewhere() {}
}
