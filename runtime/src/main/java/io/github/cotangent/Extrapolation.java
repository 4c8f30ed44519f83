package io.github.cotangent;

/**
 * The limit of a sequence of estimates for steps that shrink by the same factor, by Richardson's
 * extrapolation in the form of Ridders (1982): a triangle in which each column removes one more
 * term of the error, and the entry is kept that differs least from its two neighbours.
 */
final class Extrapolation {

  private static final int COLUMNS = 6;

  private final double firstFactor;
  private final double ratio;
  private double[] previous = {};
  private double limit = Double.NaN;
  private double error = Double.POSITIVE_INFINITY;

  /**
   * @param firstFactor by how much the leading term of the error shrinks with each step
   * @param ratio how much faster each further term shrinks than the one before
   */
  Extrapolation(double firstFactor, double ratio) {
    this.firstFactor = firstFactor;
    this.ratio = ratio;
  }

  /**
   * Takes the estimate for the next step.
   *
   * @param noise what rounding alone may have done to it
   */
  void add(double estimate, double noise) {
    if (!Double.isFinite(estimate)) {
      previous = new double[0];
      return;
    }
    double[] row = new double[Math.min(previous.length + 1, COLUMNS)];
    row[0] = estimate;
    double factor = firstFactor;
    for (int column = 1; column < row.length; column++, factor *= ratio) {
      double larger = previous[column - 1];
      row[column] = row[column - 1] + (row[column - 1] - larger) / (factor - 1);
      double doubt =
          Math.max(Math.abs(row[column] - row[column - 1]), Math.abs(row[column] - larger));
      if (doubt + noise <= error) {
        error = doubt + noise;
        limit = row[column];
      }
    }
    previous = row;
  }

  /** The limit; NaN as long as there are no two estimates in a row. */
  double limit() {
    return limit;
  }

  /** How far the limit may be off. */
  double error() {
    return error;
  }
}
