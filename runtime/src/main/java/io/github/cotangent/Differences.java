package io.github.cotangent;

import java.util.function.DoubleUnaryOperator;

/**
 * Numerical differentiation in one variable: central differences with a shrinking step, {@link
 * Extrapolation extrapolated} to a step of zero. The slopes to the left and to the right are
 * compared in the same way, because at a kink central differences converge, to a value that means
 * nothing.
 */
final class Differences {

  private static final int MOST_ROUNDS = 45;
  private static final int FEWEST_ROUNDS = 3;

  // No power of two: steps that halve may all be periods of the function.
  private static final double SHRINK = 1.7;

  // An error estimate is itself an estimate.
  private static final double CAUTION = 2;

  private final boolean isFloat;
  private final double firstStep;
  private final double tolerance;

  /**
   * @param isFloat whether the variable or the value has the precision of a float
   * @param firstStep the first step at a variable that is not larger than 1, relative to it beyond
   * @param tolerance what the estimate is wanted for: no further steps are made when it will do
   */
  Differences(boolean isFloat, double firstStep, double tolerance) {
    this.isFloat = isFloat;
    this.firstStep = firstStep;
    this.tolerance = tolerance;
  }

  /**
   * What is known about a derivative.
   *
   * @param value the derivative; NaN if the function is not finite around
   * @param error how far it may be off, the half of {@code gap} included
   * @param gap the slope to the right minus the slope to the left; 0 if they may well be the same
   * @param unit what an error is relative to where the derivative is small
   */
  record Estimate(double value, double error, double gap, double unit) {}

  /**
   * The derivative of a function.
   *
   * @param center the value of {@code f} at {@code x}
   */
  Estimate at(DoubleUnaryOperator f, double x, double center, boolean isFloatVariable) {
    Extrapolation slopes = new Extrapolation(SHRINK * SHRINK, SHRINK * SHRINK);
    Extrapolation gaps = new Extrapolation(SHRINK, SHRINK * SHRINK);
    double precision = isFloat ? 0x1p-24 : 0x1p-53;
    double size = Math.max(1, Math.abs(x));
    double unit = 0;
    double step = firstStep * size;
    for (int round = 1; round <= MOST_ROUNDS; round++, step /= SHRINK) {
      double right = isFloatVariable ? (float) (x + step) : x + step;
      double left = isFloatVariable ? (float) (x - step) : x - step;
      double above = f.applyAsDouble(right);
      double below = f.applyAsDouble(left);
      double height = Math.max(Math.abs(center), Math.max(Math.abs(above), Math.abs(below)));
      double noise = precision * height / step;
      slopes.add((above - below) / (right - left), 2 * noise);
      gaps.add((above - center) / (right - x) - (center - below) / (x - left), 8 * noise);
      if (unit == 0 && Double.isFinite(height)) {
        unit = Math.min(1, height) / size;
      }
      double enough = tolerance * Math.max(Math.abs(slopes.limit()), unit) / 16;
      if (round >= FEWEST_ROUNDS && slopes.error() <= enough && gaps.error() <= enough) {
        break;
      }
    }
    double gap = Math.abs(gaps.limit()) > CAUTION * gaps.error() ? gaps.limit() : 0;
    double error = Math.max(CAUTION * slopes.error(), Math.abs(gap) / 2);
    return new Estimate(slopes.limit(), error, gap, unit);
  }
}
