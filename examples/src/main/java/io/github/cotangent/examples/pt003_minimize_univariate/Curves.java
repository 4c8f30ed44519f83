package io.github.cotangent.examples.pt003_minimize_univariate;

import io.github.cotangent.Differentiable;

/** Functions of one variable with something to find at the bottom. */
public final class Curves {

  private Curves() {}

  /** f(x) = x² − 4x + 5: lowest at x = 2, where its value is 1. */
  @Differentiable
  public static double parabola(double x) {
    return x * x - 4.0 * x + 5.0;
  }

  /** f(x) = x⁴ − 4x² + x: a deep valley on the left, a shallow one on the right. */
  @Differentiable
  public static double twoValleys(double x) {
    double square = x * x;
    return square * square - 4.0 * square + x;
  }

  /**
   * Seconds to reach a swimmer. The lifeguard stands 30 metres from the water and runs 6 metres a
   * second; the swimmer is 20 metres out and 50 metres along the shore; swimming goes at 1.5 metres
   * a second.
   *
   * @param x how far along the shore the lifeguard enters the water, in metres
   */
  @Differentiable
  public static double rescueTime(double x) {
    double run = Math.sqrt(30.0 * 30.0 + x * x);
    double rest = 50.0 - x;
    double swim = Math.sqrt(20.0 * 20.0 + rest * rest);
    return run / 6.0 + swim / 1.5;
  }
}
