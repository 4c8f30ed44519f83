package errors;

import io.github.cotangent.PartialOf;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;
import java.io.IOException;

// Rules that name what is not there, or are no plain methods.
final class Rules {
  static double f(double x, double y) {
    return Math.exp(x * y);
  }

  static double g(double[] a, double x) {
    return a[0] * x;
  }

  @PartialOf(method = "f(double x)", wrt = "x", names = "x")
  static double noSuchMethod(double x) { // error: BadRule
    return x;
  }

  @PartialOf(method = "f", wrt = "x", names = "x")
  static double noParameters(double x) { // error: BadRule
    return x;
  }

  @PartialOf(type = Math.class, method = "sin(double x)", wrt = "x", names = "x")
  static double fixed(double x) { // error: BadRule @17
    return Math.cos(x);
  }

  @PartialOf(method = "f(double x, double y)", wrt = "z", names = "x")
  static double noSuchWrt(double x) { // error: BadRule
    return x;
  }

  @PartialOf(method = "g(double[] a, double x)", wrt = "a", names = "a")
  static double byArray(double[] a) { // error: BadRule
    return a[0];
  }

  @PartialOf(method = "f(double x, double y)", wrt = "x", names = "dResult")
  static double noSuchName(double dResult) { // error: BadRule
    return dResult;
  }

  @PullbackOf(
      method = "g(double[] o, double x)",
      names = {"o", "dResult", "do"})
  static double keyword(double[] o, double dResult, double[] d) { // error: BadRule
    return o[0] * dResult;
  }

  @PullbackOf(
      method = "g(double[] a, double x)",
      names = {"a", "dResult"})
  static double forgotten(double[] a, double dResult) { // error: BadRule
    return a[0] * dResult;
  }

  @PullbackOf(
      method = "g(double[] a, double x)",
      names = {"a", "dResult", "da"},
      constants = "b")
  static double noSuchConstant(double[] a, double dResult, double[] da) { // error: BadRule
    return a[0] * dResult;
  }

  @TangentOf(
      method = "g(double[] a, double x)",
      names = {"a", "xDot"})
  static double forgottenTangent(double[] a, double xDot) { // error: BadRule
    return a[0] * xDot;
  }

  @PartialOf(method = "f(double x, double y)", wrt = "x", names = "x")
  double noStatic(double x) { // error: BadRule
    return x;
  }

  @PartialOf(method = "f(double x, double y)", wrt = "y", names = "x")
  static double throwing(double x) throws IOException { // error: BadRule
    return x;
  }
}
