package com.example.plain;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Functions of numbers, arrays and records. */
public final class Fit {

  private Fit() {}

  /** A line. */
  public record Line(double slope, double offset) {

    double at(double x) {
      return slope * x + offset;
    }
  }

  /** f(x) = x³ + x. */
  @Differentiable
  public static double cubePlusX(double x) {
    double a = x * x;
    double b = a * x;
    return b + x;
  }

  /** Half the sum of squared distances between a line and points. */
  @Differentiable
  public static double loss(
      Line line, @NonDifferentiable double[] xs, @NonDifferentiable double[] ys) {
    double sum = 0.0;
    for (int i = 0; i < xs.length; i++) {
      double distance = line.at(xs[i]) - ys[i];
      sum += 0.5 * distance * distance;
    }
    return sum;
  }

  /** Running products, in place. */
  @Differentiable
  public static void products(double[] v) {
    for (int i = 1; i < v.length; i++) {
      v[i] *= v[i - 1];
    }
  }
}
