package io.github.cotangent.examples.custom;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

/** The iteration behind the Mandelbrot set, differentiated by the point that it belongs to. */
public final class Orbit {

  private Orbit() {}

  /** How far z² + c, repeated, has got from 0. */
  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  public static double distance(Complex c, int steps) {
    Complex z = c;
    for (int i = 0; i < steps; i++) {
      z = z.times(z).plus(c);
    }
    return z.norm();
  }
}
