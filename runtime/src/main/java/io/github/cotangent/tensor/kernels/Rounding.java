package io.github.cotangent.tensor.kernels;

/** Rounds to the type of an array: the one place where the twins differ. */
final class Rounding {

  private Rounding() {}

  static double toDouble(double value) {
    return value;
  }

  /** The largest number of the arrays' type. */
  static double largest(double[] like) {
    return Double.MAX_VALUE;
  }

  static float largest(float[] like) {
    return Float.MAX_VALUE;
  }

  static float toFloat(double value) {
    return (float) value;
  }
}
