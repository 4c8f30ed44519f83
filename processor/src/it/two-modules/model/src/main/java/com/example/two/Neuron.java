package com.example.two;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Compiled and packed before the module that calls it. */
public final class Neuron {

  private Neuron() {}

  /** A smooth step. */
  @Differentiable
  public static double activation(double x) {
    return Math.tanh(x);
  }

  /** Adds to each element of {@code sums} a row of weights times the inputs. */
  @Differentiable
  public static void accumulate(
      double[] sums, double[][] weights, @NonDifferentiable double[] inputs) {
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < inputs.length; j++) {
        sums[i] += weights[i][j] * inputs[j];
      }
    }
  }
}
