package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.PartialOf;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

// Rules that do not serve what is asked for.
final class Forms {
  @Differentiable
  static double twoParameters(double x, double y) {
    return power(x, y); // error: MissingRule @12
  }

  @Differentiable
  static double oneParameter(double x, @NonDifferentiable double y) {
    return power(x, y);
  }

  @Differentiable
  static double constant(double x) {
    return sum(new double[] {x}, x); // error: MissingRule
  }

  @Differentiable
  static double reverse(double[] a) {
    return forwardOnly(a); // error: MissingRule
  }

  static double power(double x, double y) {
    return Math.pow(x, y);
  }

  @PartialOf(
      method = "power(double x, double y)",
      wrt = "x",
      names = {"x", "y"})
  static double powerByX(double x, double y) {
    return y * Math.pow(x, y - 1);
  }

  static double sum(double[] a, double scale) {
    return a[0] * scale;
  }

  @PullbackOf(
      method = "sum(double[] a, double scale)",
      names = {"scale", "dResult", "da"},
      constants = "scale")
  static void sumPullback(double scale, double dResult, double[] da) {
    da[0] += scale * dResult;
  }

  static double forwardOnly(double[] a) {
    return a[0];
  }

  @TangentOf(method = "forwardOnly(double[] a)", names = "aDot")
  static double forwardOnlyTangent(double[] aDot) {
    return aDot[0];
  }
}
