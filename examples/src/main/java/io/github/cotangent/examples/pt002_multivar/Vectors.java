package io.github.cotangent.examples.pt002_multivar;

import io.github.cotangent.Differentiable;

/** A function of as many variables as its array has elements. */
public final class Vectors {

  private Vectors() {}

  /** v[0]² + v[1]² + … */
  @Differentiable
  public static double sumOfSquares(double[] v) {
    double sum = 0.0;
    for (int i = 0; i < v.length; i++) {
      sum += v[i] * v[i];
    }
    return sum;
  }
}
