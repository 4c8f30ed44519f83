package io.github.cotangent;

import io.github.cotangent.Differences.Estimate;
import io.github.cotangent.GradientReport.Comparison;
import io.github.cotangent.GradientReport.Verdict;
import java.util.Locale;

/**
 * Decides whether an element of a gradient agrees with another opinion.
 *
 * @param tolerance how far the two may be apart, relative to the larger
 */
record Judgement(double tolerance) {

  /**
   * Beside the differences.
   *
   * @param center the value of the function, if it has several numbers their weighted sum
   */
  Comparison differences(String place, double gradient, Estimate estimate, double center) {
    double value = estimate.value();
    double allowed = allowed(estimate.unit(), gradient, value);
    Verdict verdict = Verdict.UNDECIDED;
    String remark = "";
    if (!Double.isFinite(center)) {
      remark = "the function is not finite here: it is " + center;
      verdict = bothNaN(gradient, center) ? Verdict.AGREES : Verdict.UNDECIDED;
    } else if (!Double.isFinite(value)) {
      remark = "the function is not finite on both sides of this point";
    } else if (!Double.isFinite(gradient)) {
      remark = "the gradient is not finite";
      verdict = estimate.error() <= allowed ? Verdict.DISAGREES : Verdict.UNDECIDED;
    } else if (!hasConverged(estimate)) {
      remark = "the differences do not converge";
    } else if (Math.abs(gradient - value) > allowed + estimate.error()) {
      verdict = Verdict.DISAGREES;
    } else if (estimate.gap() != 0 && estimate.error() > allowed) {
      remark =
          String.format(
              Locale.ROOT,
              "a kink: the slope is about %.4g to the left and %.4g to the right",
              value - estimate.gap() / 2,
              value + estimate.gap() / 2);
    } else if (estimate.error() > allowed) {
      remark = "the differences are less certain than the tolerance";
    } else if (Math.abs(gradient - value) > allowed) {
      remark = "the difference is within what the differences may be off";
    } else {
      verdict = Verdict.AGREES;
    }
    return new Comparison(
        place, "differences", gradient, value, estimate.error(), allowed, verdict, remark);
  }

  /**
   * Beside forward mode.
   *
   * @param unit what an error is relative to where both are small
   * @param allFinite whether all of the gradient is finite: forward mode along one direction
   *     multiplies the other partial derivatives by zero, and infinity times zero is NaN
   */
  Comparison forward(
      String place, double gradient, double forward, double unit, boolean allFinite) {
    double allowed = allowed(unit, gradient, forward);
    Verdict verdict = Verdict.DISAGREES;
    String remark = "";
    if (gradient == forward
        || bothNaN(gradient, forward)
        || Math.abs(gradient - forward) <= allowed) {
      verdict = Verdict.AGREES;
    } else if (!allFinite) {
      verdict = Verdict.UNDECIDED;
      remark = "the modes are compared only where all of the gradient is finite";
    }
    return new Comparison(place, "forward mode", gradient, forward, 0, allowed, verdict, remark);
  }

  // Where steps are too large for the function, the estimates are all wrong, and so is their error.
  private static boolean hasConverged(Estimate estimate) {
    double size = Math.max(Math.abs(estimate.value()), estimate.unit());
    return estimate.gap() != 0 || estimate.error() <= 0.01 * size;
  }

  private double allowed(double unit, double gradient, double other) {
    return tolerance * Math.max(unit, Math.max(size(gradient), size(other)));
  }

  private static double size(double x) {
    return Double.isFinite(x) ? Math.abs(x) : 0;
  }

  private static boolean bothNaN(double x, double y) {
    return Double.isNaN(x) && Double.isNaN(y);
  }
}
