package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Nothing to differentiate: parameters, results.
final class Nothing {
  @Differentiable
  static double noParameters() { // error: NotDifferentiable @17
    return 1;
  }

  @Differentiable
  static double integers(int n, long m, String s, Double boxed) { // error: NotDifferentiable
    return n;
  }

  sealed interface Shape permits Disc {}

  record Disc(double radius) implements Shape {}

  @Differentiable
  static double someRecord(Shape shape) { // error: NotDifferentiable
    return ((Disc) shape).radius();
  }

  @Differentiable
  static int integerResult(double x) { // error: NotDifferentiable
    return (int) x;
  }

  @Differentiable
  static boolean[] flags(double x) { // error: NotDifferentiable
    return new boolean[] {x > 0};
  }

  @Differentiable
  static void nothingToWrite(double x) {} // error: NotDifferentiable

  @Differentiable
  static double allConstant(@NonDifferentiable double x, @NonDifferentiable double[] a) { // error: NotDifferentiable
    return x * a[0];
  }

  @Differentiable
  static Double boxedResult(double x) { // error: NotDifferentiable
    return 1.0;
  }
}
