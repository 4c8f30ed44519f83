package library;

import io.github.cotangent.PartialOf;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

/** A library whose class files know no names of parameters. */
public final class Blas {
  private Blas() {}

  public static double dot(double[] a, double[] b, double scale, double power) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * b[i];
    }
    return Math.pow(scale, power) * s;
  }

  public record DotAdjoints(double dscale, double dpower) {}

  @PullbackOf(
      method = "dot(double[] a, double[] b, double scale, double power)",
      names = {"a", "b", "scale", "power", "result", "dResult", "da", "db"})
  public static DotAdjoints dotPullback(
      double[] a,
      double[] b,
      double scale,
      double power,
      double result,
      double dResult,
      double[] da,
      double[] db) {
    for (int i = 0; i < a.length; i++) {
      da[i] += dResult * Math.pow(scale, power) * b[i];
      db[i] += dResult * Math.pow(scale, power) * a[i];
    }
    return new DotAdjoints(dResult * result * power / scale, dResult * result * Math.log(scale));
  }

  @TangentOf(
      method = "dot(double[] a, double[] b, double scale, double power)",
      names = {"a", "b", "scale", "power", "result", "aDot", "bDot", "scaleDot", "powerDot"})
  public static double dotTangent(
      double[] a,
      double[] b,
      double scale,
      double power,
      double result,
      double[] aDot,
      double[] bDot,
      double scaleDot,
      double powerDot) {
    return dot(aDot, b, scale, power)
        + dot(a, bDot, scale, power)
        + result * (power / scale * scaleDot + Math.log(scale) * powerDot);
  }

  /** Has no rule of its own. */
  public static double bump(double x) {
    return Math.exp(-x * x);
  }

  public static double bad(double x) {
    return x * x;
  }

  @PartialOf(method = "bad(double x)", wrt = "x", names = {"x", "result"})
  public static double badByX(double x) {
    return 2 * x;
  }
}
