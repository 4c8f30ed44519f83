package io.github.cotangent.examples.tensors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.tensor.Losses;
import io.github.cotangent.tensor.Tensor;

/** A classifier of any number of layers, whose parameters are arrays of tensors. */
public final class WeightArrays {

  private WeightArrays() {}

  /** Weights and biases, an element for each layer. */
  public record Layers(Tensor[] weights, Tensor[] biases) {}

  /** The mean cross-entropy over the rows of the input, with a penalty for large weights. */
  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  public static double loss(
      Layers layers,
      double decay,
      @NonDifferentiable Tensor input,
      @NonDifferentiable Tensor targets) {
    Tensor x = input;
    double penalty = 0;
    int last = layers.weights().length - 1;
    for (int i = 0; i <= last; i++) {
      x = affine(x, layers.weights()[i], layers.biases()[i]);
      if (i < last) {
        x = i % 2 == 0 ? x.relu() : x.sigmoid();
      }
      penalty += layers.weights()[i].square().mean();
    }
    return Losses.softmaxCrossEntropy(x, targets) + decay * penalty;
  }

  private static Tensor affine(Tensor x, Tensor weight, Tensor bias) {
    return x.matmul(weight).plus(bias);
  }
}
