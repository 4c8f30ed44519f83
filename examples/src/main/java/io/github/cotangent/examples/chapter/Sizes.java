package io.github.cotangent.examples.chapter;

/** Checks sizes that the person who runs a chapter gives. */
public final class Sizes {

  /** A square matrix with four times as many columns is the largest that Java has an array for. */
  private static final int MOST = 20_000;

  private Sizes() {}

  /**
   * The number of units, layers or the like that a network has.
   *
   * @throws BadUsageException if there are none, or more than fit into an array
   */
  public static int check(String option, int value) {
    if (value < 1) {
      throw new BadUsageException(option + " is " + value + ", and must be at least 1.");
    }
    if (value > MOST) {
      throw new BadUsageException(
          option + " is " + value + ", and cannot be more than " + MOST + ".");
    }
    return value;
  }
}
