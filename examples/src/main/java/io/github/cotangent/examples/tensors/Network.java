package io.github.cotangent.examples.tensors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.tensor.Adam;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Losses;
import io.github.cotangent.tensor.Optimiser;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;

/** A classifier of two layers. */
public final class Network {

  private Network() {}

  /** Weights and biases of both layers. */
  public record Params(Tensor w1, Tensor b1, Tensor w2, Tensor b2) {}

  /** How badly the network guesses: the mean cross-entropy over the rows of the input. */
  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  public static double loss(
      Params p, @NonDifferentiable Tensor input, @NonDifferentiable Tensor targets) {
    Tensor hidden = input.matmul(p.w1()).plus(p.b1()).tanh();
    Tensor logits = hidden.matmul(p.w2()).plus(p.b2());
    return Losses.softmaxCrossEntropy(logits, targets);
  }

  /** Small random weights, and biases of zero. */
  public static Params random(DType type, long seed, int inputs, int hidden, int classes) {
    return new Params(
        Tensors.normal(type, seed, inputs, hidden).times(1 / Math.sqrt(inputs)),
        Tensors.zeros(type, hidden),
        Tensors.normal(type, seed + 1, hidden, classes).times(1 / Math.sqrt(hidden)),
        Tensors.zeros(type, classes));
  }

  /** Moves the parameters against the gradient, many times. */
  public static Params trained(Params p, Tensor input, Tensor targets, int steps) {
    Optimiser<Params> adam = new Adam<>(0.05);
    for (int i = 0; i < steps; i++) {
      p = adam.step(p, dNetwork.dLoss(p, input, targets));
    }
    return p;
  }
}
