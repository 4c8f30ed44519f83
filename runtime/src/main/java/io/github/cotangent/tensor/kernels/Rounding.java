package io.github.cotangent.tensor.kernels;

/** Rounds to the type of an array: the one place where the twins differ. */
final class Rounding {

  /** The bytes of a cache line. */
  private static final int LINE = 64;

  /** The bytes of an array before its elements, as HotSpot has them. */
  private static final int HEADER = 16;

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

  /** As many elements or some more, so that arrays in a row all begin alike in a cache line. */
  static int wholeLines(int length, double[] like) {
    return wholeLines(length, Double.BYTES);
  }

  static int wholeLines(int length, float[] like) {
    return wholeLines(length, Float.BYTES);
  }

  private static int wholeLines(int length, int bytes) {
    int lines = (HEADER + length * bytes + LINE - 1) / LINE;
    return (lines * LINE - HEADER) / bytes;
  }

  static float toFloat(double value) {
    return (float) value;
  }
}
