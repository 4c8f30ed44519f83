package io.github.cotangent.examples.pt001_intro;

import io.github.cotangent.Differentiable;

/** The function that chapter 1 is about. */
public final class Polynomials {

  private Polynomials() {}

  /** f(x) = x³ + x. */
  @Differentiable
  public static double cubePlusX(double x) {
    double a = x * x;
    double b = a * x;
    return b + x;
  }
}
