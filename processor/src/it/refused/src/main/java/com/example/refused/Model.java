package com.example.refused;

import io.github.cotangent.Differentiable;
import java.util.stream.DoubleStream;

/** Two mistakes in one method: both are reported. */
public final class Model {

  private Model() {}

  /** A stream hides where its numbers go. */
  @Differentiable(wrt = {"x", "weight"})
  public static double error(double[] x, double w) {
    return w * DoubleStream.of(x).sum();
  }

  /** Nothing is wrong with this one. */
  @Differentiable
  public static double square(double x) {
    return x * x;
  }
}
