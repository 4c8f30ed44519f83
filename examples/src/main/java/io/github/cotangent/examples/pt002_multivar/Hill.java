package io.github.cotangent.examples.pt002_multivar;

import io.github.cotangent.Differentiable;

/** A function of two variables: how high the ground is at each place of a map. */
public final class Hill {

  private Hill() {}

  /** Metres above the sea at a place this far to the east and to the north of the hut. */
  @Differentiable
  public static double height(double east, double north) {
    double fallToEast = east * east;
    double fallToNorth = 2.0 * north * north;
    double ridge = east * north;
    return 500.0 - fallToEast - fallToNorth + ridge;
  }
}
