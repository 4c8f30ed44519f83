package com.example.modular;

import io.github.cotangent.Differentiable;

/** A loop that may be left early, for which the generated code needs a tape of the runtime. */
public final class Decay {

  private Decay() {}

  /** x · rateⁿ, for the first n at which that is below a half. */
  @Differentiable
  public static double untilSmall(double x, double rate) {
    double rest = x;
    while (rest >= 0.5) {
      rest = rest * rate;
    }
    return rest;
  }
}
