package io.github.cotangent.benchmarks.problem;

import java.util.Arrays;

/**
 * The numbers that a computation must give.
 *
 * @param rows what is expected; if there are fewer than {@code count}, all rows are like the first
 * @param count of the rows that are computed
 */
public record Reference(double[][] rows, int count) {

  /** Largest error, relative to the number, or to a millionth of the largest one in its row. */
  public static final double TOLERANCE = 1e-8;

  private static final double FLOOR = 1e-6;

  /** A single row. */
  public static Reference of(double... row) {
    return new Reference(new double[][] {row}, 1);
  }

  /** Rows for the numbers to go to. */
  public double[][] buffer() {
    return new double[count][rows[0].length];
  }

  /** Throws if these are not the expected numbers. */
  public void check(String what, double[][] actual) {
    if (actual.length != count) {
      throw new IllegalStateException(what + " has " + actual.length + " rows, not " + count);
    }
    for (int i = 0; i < count; i++) {
      check(what + " " + i, actual[i], rows.length == count ? rows[i] : rows[0]);
    }
  }

  private static void check(String what, double[] actual, double[] expected) {
    if (actual.length != expected.length) {
      throw new IllegalStateException(
          what + " has " + actual.length + " numbers, not " + expected.length);
    }
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      double scale = Math.max(Math.abs(expected[i]), FLOOR * largest);
      // Written so that a NaN is an error.
      if (!(Math.abs(actual[i] - expected[i]) <= TOLERANCE * scale)) {
        throw new IllegalStateException(
            what + "[" + i + "] is " + actual[i] + ", expected " + expected[i]);
      }
    }
  }
}
