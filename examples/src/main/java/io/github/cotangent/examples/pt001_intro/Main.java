package io.github.cotangent.examples.pt001_intro;

import io.github.cotangent.Differentiable;

/** Runs the chapter. */
public final class Main {

  private Main() {}

  /** f(x) = x³ + x. */
  @Differentiable
  static double cubePlusX(double x) {
    double a = x * x;
    double b = a * x;
    return b + x;
  }

  /**
   * Prints what the chapter computes.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.println("f(3) = " + cubePlusX(3.0));
  }
}
