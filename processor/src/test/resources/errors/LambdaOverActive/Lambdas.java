package errors;

import io.github.cotangent.Differentiable;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;

// Lambdas and method references that use active values.
final class Lambdas {
  @Differentiable
  static double captures(double x) {
    DoubleUnaryOperator times = t -> t * x; // error: LambdaOverActive @33
    return times.applyAsDouble(2) * x;
  }

  @Differentiable
  static double element(double[] a) {
    IntToDoubleFunction get = i -> a[i]; // error: LambdaOverActive
    return get.applyAsDouble(0) + a[0];
  }

  @Differentiable
  static double stream(double[] a) {
    return Arrays.stream(a).sum() // error: LambdaOverActive @12
        + DoubleStream.of(a).max().orElse(0); // error: LambdaOverActive @11
  }

  @Differentiable
  static double block(double x) {
    double y = x * x;
    DoubleSupplier supplier =
        () -> { // error: LambdaOverActive
          double z = y;
          return z;
        };
    return supplier.getAsDouble();
  }
}
