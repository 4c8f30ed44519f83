package io.github.cotangent.examples.custom;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PartialOf;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

/** The derivatives of {@link Library}. */
public final class LibraryRules {

  private LibraryRules() {}

  /** The derivative of softplus. */
  @Differentiable
  @PartialOf(type = Library.class, method = "softplus(double x)", wrt = "x", names = "x")
  public static double softplusByX(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Passes the adjoint of a scalar product on to both arrays. */
  @PullbackOf(
      type = Library.class,
      method = "dot(double[] a, double[] b)",
      names = {"a", "b", "dResult", "da", "db"})
  public static void dotPullback(double[] a, double[] b, double dResult, double[] da, double[] db) {
    for (int i = 0; i < a.length; i++) {
      da[i] += dResult * b[i];
      db[i] += dResult * a[i];
    }
  }

  /** The derivative of a scalar product along a direction. */
  @TangentOf(
      type = Library.class,
      method = "dot(double[] a, double[] b)",
      names = {"a", "b", "aDot", "bDot"})
  public static double dotTangent(double[] a, double[] b, double[] aDot, double[] bDot) {
    return Library.dot(aDot, b) + Library.dot(a, bDot);
  }
}
