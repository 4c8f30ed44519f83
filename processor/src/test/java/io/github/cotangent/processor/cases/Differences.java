package io.github.cotangent.processor.cases;

import java.util.function.DoubleUnaryOperator;

/** Numerical differentiation: central differences, extrapolated to a step of zero (Ridders). */
final class Differences {

  private static final int ROUNDS = 9;
  private static final double SHRINK = 1.6;

  private Differences() {}

  /** The derivative of {@code f} at {@code x}, beginning with a step of {@code step}. */
  static double at(DoubleUnaryOperator f, double x, double step, boolean isFloat) {
    double[] previous = new double[ROUNDS];
    double best = Double.NaN;
    double error = Double.POSITIVE_INFINITY;
    double h = step;
    for (int round = 0; round < ROUNDS; round++, h /= SHRINK) {
      double[] row = new double[ROUNDS];
      row[0] = slope(f, x, h, isFloat);
      double factor = 1;
      for (int order = 1; order <= round; order++) {
        factor *= SHRINK * SHRINK;
        row[order] = (row[order - 1] * factor - previous[order - 1]) / (factor - 1);
        double doubt =
            Math.max(
                Math.abs(row[order] - row[order - 1]), Math.abs(row[order] - previous[order - 1]));
        if (doubt <= error) {
          error = doubt;
          best = row[order];
        }
      }
      previous = row;
    }
    return best;
  }

  private static double slope(DoubleUnaryOperator f, double x, double h, boolean isFloat) {
    double above = isFloat ? (float) (x + h) : x + h;
    double below = isFloat ? (float) (x - h) : x - h;
    return (f.applyAsDouble(above) - f.applyAsDouble(below)) / (above - below);
  }
}
