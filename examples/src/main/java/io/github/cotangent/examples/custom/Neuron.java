package io.github.cotangent.examples.custom;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.UseDerivatives;

/** Calls a library whose derivatives are written by hand. */
@UseDerivatives(LibraryRules.class)
public final class Neuron {

  private Neuron() {}

  /** A smooth step of a weighted sum. */
  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  public static double output(double[] weights, @NonDifferentiable double[] inputs, double bias) {
    double sum = Library.dot(weights, inputs) + bias;
    return Library.softplus(sum);
  }
}
