package io.github.cotangent.runtime;

import io.github.cotangent.NonDifferentiable;

/**
 * The derivatives of {@code max}, {@code min} and {@code clamp}, ties included: what would take two
 * comparisons wherever generated code needs it.
 *
 * <p>They are steps, so their own derivative is zero: second order takes them as constants.
 *
 * <p>Operands that are equal (0.0 and -0.0 are) share the derivative equally, so that {@code max(x,
 * x)} has the derivative 1 in total. An operand that is NaN gives NaN, as the value is.
 */
public final class Subgradients {

  private Subgradients() {}

  /** The derivative of {@code Math.max(x, y)} with respect to {@code x}. */
  @NonDifferentiable
  public static double max(double x, double y) {
    if (x > y) {
      return 1;
    }
    return x < y ? 0 : x == y ? 0.5 : Double.NaN;
  }

  /** The derivative of {@code Math.max(x, y)} with respect to {@code x}. */
  @NonDifferentiable
  public static float max(float x, float y) {
    return (float) max((double) x, (double) y);
  }

  /** The derivative of {@code Math.min(x, y)} with respect to {@code x}. */
  @NonDifferentiable
  public static double min(double x, double y) {
    return max(y, x);
  }

  /** The derivative of {@code Math.min(x, y)} with respect to {@code x}. */
  @NonDifferentiable
  public static float min(float x, float y) {
    return max(y, x);
  }

  /**
   * The derivative of {@code Math.clamp(x, min, max)} with respect to {@code x}: 1 inside, 0
   * outside, at a bound shared with it. It takes {@code min <= max}, as {@code Math.clamp} checks.
   */
  @NonDifferentiable
  public static double clamp(double x, double min, double max) {
    if (x > min && x < max) {
      return 1;
    }
    return share(x, min, max);
  }

  /** The derivative of {@code Math.clamp(x, min, max)} with respect to {@code x}. */
  @NonDifferentiable
  public static float clamp(float x, float min, float max) {
    return (float) clamp((double) x, (double) min, (double) max);
  }

  /** The derivative of {@code Math.clamp(x, min, max)} with respect to {@code min}. */
  @NonDifferentiable
  public static double clampMin(double x, double min, double max) {
    return x > min ? 0 : x < min ? 1 : share(x, min, max);
  }

  /** The derivative of {@code Math.clamp(x, min, max)} with respect to {@code min}. */
  @NonDifferentiable
  public static float clampMin(float x, float min, float max) {
    return (float) clampMin((double) x, (double) min, (double) max);
  }

  /** The derivative of {@code Math.clamp(x, min, max)} with respect to {@code max}. */
  @NonDifferentiable
  public static double clampMax(double x, double min, double max) {
    return x < max ? 0 : x > max ? 1 : share(x, min, max);
  }

  /** The derivative of {@code Math.clamp(x, min, max)} with respect to {@code max}. */
  @NonDifferentiable
  public static float clampMax(float x, float min, float max) {
    return (float) clampMax((double) x, (double) min, (double) max);
  }

  // The part of each operand that ties with x, x being one of them.
  private static double share(double x, double min, double max) {
    if (x == min) {
      return x == max ? 1.0 / 3 : 0.5;
    }
    return x == max ? 0.5 : x < min || x > max ? 0 : Double.NaN;
  }
}
