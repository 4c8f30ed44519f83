package io.github.cotangent.tensor.kernels;

/** Rounds to the type of an array: the one place where the twins differ. */
final class Rounding {

  private Rounding() {}

  static double toDouble(double value) {
    return value;
  }

  static float toFloat(double value) {
    return (float) value;
  }
}
