package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

// A tangent that needs the result of a method that overwrites its arguments.
final class Late {
  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  static double f(double[] a) {
    return shift(a) * a[0]; // error: BadRule
  }

  static double shift(double[] a) {
    a[0] += 1;
    return a[0];
  }

  @PullbackOf(
      method = "shift(double[] a)",
      names = {"dResult", "da"},
      writes = "a")
  static void shiftPullback(double dResult, double[] da) {
    da[0] += dResult;
  }

  @TangentOf(
      method = "shift(double[] a)",
      names = {"result", "aDot"},
      writes = "a")
  static double shiftTangent(double result, double[] aDot) {
    return aDot[0];
  }
}
