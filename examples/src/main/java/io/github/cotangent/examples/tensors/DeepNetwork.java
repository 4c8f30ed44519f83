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

/** A classifier of any number of layers, each a record of its own. */
public final class DeepNetwork {

  private DeepNetwork() {}

  /** A layer's weights, and what is added behind them. */
  public record Layer(Tensor weights, Tensor bias) {}

  /** Hidden layers, and the one that gives the answer. */
  public record Layers(Layer[] hidden, Layer last) {}

  /** Random weights for layers of these sizes, from the input to the classes. */
  public static Layers random(DType type, long seed, int... sizes) {
    Layer[] hidden = new Layer[sizes.length - 2];
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = random(type, seed + i, sizes[i], sizes[i + 1]);
    }
    int last = hidden.length;
    return new Layers(hidden, random(type, seed + last, sizes[last], sizes[last + 1]));
  }

  private static Layer random(DType type, long seed, int in, int out) {
    Tensor weights = Tensors.normal(type, seed, in, out).times(Math.sqrt(2.0 / in));
    return new Layer(weights, Tensors.zeros(type, out));
  }

  /** The mean cross-entropy over the rows of the input. */
  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  public static double loss(
      Layers layers, @NonDifferentiable Tensor input, @NonDifferentiable Tensor targets) {
    Tensor h = input;
    for (Layer layer : layers.hidden()) {
      h = h.matmul(layer.weights()).plus(layer.bias()).relu();
    }
    Tensor logits = h.matmul(layers.last().weights()).plus(layers.last().bias());
    return Losses.softmaxCrossEntropy(logits, targets);
  }

  /** Moves the layers against the gradient, many times. */
  public static Layers trained(Layers layers, Tensor input, Tensor targets, int steps) {
    Optimiser<Layers> adam = new Adam<>(0.02);
    for (int i = 0; i < steps; i++) {
      layers = adam.step(layers, dDeepNetwork.dLoss(layers, input, targets));
    }
    return layers;
  }
}
