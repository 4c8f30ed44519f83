package io.github.cotangent.examples.pt007_multiclass;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Losses;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;

/** A network with one hidden layer, which gives every image a score for each of the classes. */
public final class Classifier {

  private Classifier() {}

  /** Weights and biases of both layers. */
  public record Params(Tensor w1, Tensor b1, Tensor w2, Tensor b2) {}

  /** The mean cross-entropy over the images, a row each; {@code targets} has their one-hot rows. */
  @Differentiable
  public static double loss(
      Params p, @NonDifferentiable Tensor images, @NonDifferentiable Tensor targets) {
    Tensor hiddenSums = images.matmul(p.w1());
    Tensor hiddenZ = hiddenSums.plus(p.b1());
    Tensor hidden = hiddenZ.relu();
    Tensor scoreSums = hidden.matmul(p.w2());
    Tensor scores = scoreSums.plus(p.b2());
    return Losses.softmaxCrossEntropy(scores, targets);
  }

  /** The scores on their own, for reading. */
  static Tensor scores(Params p, Tensor images) {
    Tensor hidden = images.matmul(p.w1()).plus(p.b1()).relu();
    return hidden.matmul(p.w2()).plus(p.b2());
  }

  /** Weights drawn at random, and biases of zero. */
  static Params random(DType type, long seed, int inputs, int hidden, int classes) {
    return new Params(
        Tensors.normal(type, seed, inputs, hidden).times(Math.sqrt(2.0 / inputs)),
        Tensors.zeros(type, hidden),
        Tensors.normal(type, seed + 1, hidden, classes).times(Math.sqrt(1.0 / hidden)),
        Tensors.zeros(type, classes));
  }
}
