package io.github.cotangent.examples.custom;

/** Stands for a library that cannot be edited. */
public final class Library {

  private Library() {}

  /** log(1 + eˣ), without overflow. */
  public static double softplus(double x) {
    return x > 30 ? x : Math.log1p(Math.exp(x));
  }

  /** The scalar product of two arrays. */
  public static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum = Math.fma(a[i], b[i], sum);
    }
    return sum;
  }
}
