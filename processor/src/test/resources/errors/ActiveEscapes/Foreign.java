package errors;

import io.github.cotangent.Differentiable;
import java.util.Arrays;

// Foreign methods that are given an active array could keep or change it.
final class Foreign {
  @Differentiable
  static double sorted(double[] a) {
    Arrays.sort(a); // error: ActiveEscapes|UnknownDerivative
    return a[0];
  }

  @Differentiable
  static double streamed(double[] a) {
    return Arrays.stream(a).sum(); // error: LambdaOverActive
  }

  @Differentiable
  static double copiedAsObject(double[] a) {
    Object copy = new double[1];
    System.arraycopy(a, 0, copy, 0, 1); // error: ActiveEscapes
    return ((double[]) copy)[0];
  }

  @Differentiable
  static double bits(double x) {
    long bits = Double.doubleToLongBits(x * x); // error: ActiveEscapes|UnknownDerivative
    return Double.longBitsToDouble(bits);
  }
}
