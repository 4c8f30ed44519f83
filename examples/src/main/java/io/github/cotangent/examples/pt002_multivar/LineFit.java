package io.github.cotangent.examples.pt002_multivar;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** How well a straight line passes through measured points: variables and data side by side. */
public final class LineFit {

  private LineFit() {}

  /** The line y = slope · x + intercept. */
  public record Line(double slope, double intercept) {}

  /** The sum over all points of the squared vertical distance from the line. */
  @Differentiable
  public static double totalMiss(
      Line line, @NonDifferentiable double[] xs, @NonDifferentiable double[] ys) {
    double total = 0.0;
    for (int i = 0; i < xs.length; i++) {
      double miss = line.slope() * xs[i] + line.intercept() - ys[i];
      total += miss * miss;
    }
    return total;
  }
}
