package errors;

import io.github.cotangent.PartialOf;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

// Rules whose signature is not the one that their annotation describes.
final class Signatures {
  static double f(double x, int n) {
    return Math.pow(x, n);
  }

  static double g(double[] a, double x, double y) {
    return a[0] * x * y;
  }

  @PartialOf(method = "f(double x, int n)", wrt = "x", names = {"x", "n"})
  static double type(double x, double n) { // error: RuleSignature
    return n * Math.pow(x, n - 1);
  }

  @PartialOf(method = "f(double x, int n)", wrt = "x", names = {"x", "n"})
  static double count(double x) { // error: RuleSignature
    return x;
  }

  @PartialOf(method = "f(double x, int n)", wrt = "x", names = {"x", "n"})
  static double names(double n, int x) { // error: RuleSignature @17
    return n;
  }

  @PartialOf(method = "f(double x, int n)", wrt = "x", names = {"x", "n"})
  static float result(double x, int n) { // error: RuleSignature
    return (float) x;
  }

  @PullbackOf(
      method = "g(double[] a, double x, double y)",
      names = {"a", "x", "y", "dResult", "da"})
  static double adjoints(double[] a, double x, double y, double dResult, double[] da) { // error: RuleSignature
    return a[0] * x * dResult;
  }

  record Wrong(double dy, double dx) {}

  @PullbackOf(
      method = "g(double[] a, double x, double y)",
      names = {"a", "x", "y", "dResult", "da"})
  static Wrong order(double[] a, double x, double y, double dResult, double[] da) { // error: RuleSignature
    return null;
  }

  @TangentOf(
      method = "g(double[] a, double x, double y)",
      names = {"aDot", "xDot", "yDot"})
  static double tangent(double[] aDot, double xDot, double[] yDot) { // error: RuleSignature
    return 0;
  }
}
