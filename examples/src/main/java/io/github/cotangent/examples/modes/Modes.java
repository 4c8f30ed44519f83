package io.github.cotangent.examples.modes;

import static io.github.cotangent.Gradients.insertGradientOf;
import static io.github.cotangent.Gradients.inspectGradientOf;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;

/** Small functions with derivatives of other kinds. */
public final class Modes {

  private Modes() {}

  /** f(x, y) = x²y. */
  @Differentiable(generate = {Output.JVP, Output.HVP})
  public static double product(double x, double y) {
    double a = x * x;
    return a * y;
  }

  /** The squared error of a linear model at one example. */
  @Differentiable(generate = Output.VALUE_AND_GRADIENT_INTO)
  public static double error(
      double[] w, @NonDifferentiable double[] x, @NonDifferentiable double y) {
    double e = -y;
    for (int i = 0; i < w.length; i++) {
      e += w[i] * x[i];
    }
    return e * e;
  }

  /** The squared error of exponential decay at one time. */
  @Differentiable(generate = Output.HESSIAN_INTO)
  public static double decay(
      double[] w, @NonDifferentiable double time, @NonDifferentiable double measured) {
    double e = w[0] * Math.exp(-w[1] * time) - measured;
    return e * e;
  }

  /** f(x) = x³ - 2, to be zero at the cube root of 2. */
  @Differentiable(order = 2)
  public static double cubic(double x) {
    return x * x * x - 2;
  }

  /** A recurrence whose gradient is clipped at each step on its way back. */
  @Differentiable
  public static double clipped(double w, @NonDifferentiable double[] xs) {
    double h = 0;
    for (double x : xs) {
      insertGradientOf(h, dh -> Math.max(-1, Math.min(dh, 1)));
      h = w * h + x;
    }
    return h * h;
  }

  /** Twice the length of (x, y), whose gradient at the origin is NaN. */
  @Differentiable
  public static double length(double x, double y) {
    double square = x * x + y * y;
    inspectGradientOf(square, dsquare -> Watch.number("square", dsquare));
    double length = Math.sqrt(square);
    inspectGradientOf(length, dlength -> Watch.number("length", dlength));
    return 2 * length;
  }
}
