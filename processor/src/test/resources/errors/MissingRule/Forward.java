package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.PullbackOf;

// A pullback does not serve forward mode.
final class Forward {
  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  static double f(double[] a) {
    double first = reverseOnly(a); // error: MissingRule @20
    return first * first;
  }

  static double reverseOnly(double[] a) {
    return a[0];
  }

  @PullbackOf(
      method = "reverseOnly(double[] a)",
      names = {"dResult", "da"})
  static void reverseOnlyPullback(double dResult, double[] da) {
    da[0] += dResult;
  }
}
