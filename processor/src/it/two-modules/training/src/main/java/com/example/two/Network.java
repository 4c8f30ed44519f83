package com.example.two;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Calls differentiated methods of another jar, of numbers and of arrays. */
public final class Network {

  private Network() {}

  /** The sum of what the neurons of a layer give. */
  @Differentiable
  public static double output(
      double[][] weights, double[] bias, @NonDifferentiable double[] inputs) {
    double[] sums = bias.clone();
    Neuron.accumulate(sums, weights, inputs);
    double sum = 0.0;
    for (double s : sums) {
      sum += Neuron.activation(s);
    }
    return sum;
  }
}
