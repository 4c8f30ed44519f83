package io.github.cotangent;

import java.util.function.BiFunction;

/**
 * What a {@link GradientCheck} is to do.
 *
 * @param reverse gives the adjoint of a point for the adjoint of the result; null if not yet set
 * @param anyResult whether it takes any adjoint, or only 1 as that of a scalar result
 * @param jvp forward mode, or null
 * @param tolerance the tolerance, or null for the default
 * @param firstStep the first step of the differences
 */
record CheckSettings<P, R>(
    BiFunction<? super P, ? super R, ?> reverse,
    boolean anyResult,
    BiFunction<? super P, ? super P, ? extends R> jvp,
    Double tolerance,
    double firstStep) {

  static <P, R> CheckSettings<P, R> initial() {
    return new CheckSettings<>(null, false, null, null, 0.03);
  }

  CheckSettings<P, R> withReverse(BiFunction<? super P, ? super R, ?> other, boolean anyResult) {
    return new CheckSettings<>(other, anyResult, jvp, tolerance, firstStep);
  }

  CheckSettings<P, R> withJvp(BiFunction<? super P, ? super P, ? extends R> other) {
    return new CheckSettings<>(reverse, anyResult, other, tolerance, firstStep);
  }

  CheckSettings<P, R> withTolerance(double other) {
    return new CheckSettings<>(reverse, anyResult, jvp, positive("tolerance", other), firstStep);
  }

  CheckSettings<P, R> withFirstStep(double other) {
    return new CheckSettings<>(reverse, anyResult, jvp, tolerance, positive("firstStep", other));
  }

  private static double positive(String what, double value) {
    if (value > 0 && value < Double.POSITIVE_INFINITY) {
      return value;
    }
    throw new IllegalArgumentException(what + " must be positive and finite, and is " + value);
  }
}
