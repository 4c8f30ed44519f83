package io.github.cotangent.examples.modes;

import io.github.cotangent.Differentiable;

/** A method that calls a generated gradient, and is differentiated itself. */
public final class Newton {

  private Newton() {}

  /** One step of Newton's method from x towards the cube root of 2. */
  @Differentiable
  public static double step(double x) {
    return x - Modes.cubic(x) / dModes.dCubic(x);
  }
}
