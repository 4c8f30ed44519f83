package io.github.cotangent.examples.pt006_hidden_layer;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.examples.pt005_logistic_regression.Classifier;
import io.github.cotangent.examples.pt005_logistic_regression.Pictures;
import io.github.cotangent.examples.pt005_logistic_regression.Trainable;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;

/** Answers yes or no to a picture, by way of a layer of hidden units. */
public final class Network implements Trainable<Network.Model> {

  /**
   * What is learnt.
   *
   * @param toHidden a column of 784 weights for each hidden unit
   * @param hiddenBias a bias for each hidden unit
   * @param toAnswer a weight for each hidden unit
   * @param answerBias one bias
   */
  public record Model(Tensor toHidden, Tensor hiddenBias, Tensor toAnswer, Tensor answerBias) {}

  /** The mean cross-entropy over pictures, one in each row; an answer is 1 for yes, 0 for no. */
  @Differentiable
  public static double loss(
      Model model, @NonDifferentiable Tensor images, @NonDifferentiable Tensor answers) {
    Tensor hiddenSums = images.matmul(model.toHidden());
    Tensor hiddenZ = hiddenSums.plus(model.hiddenBias());
    Tensor hidden = hiddenZ.tanh();
    Tensor sums = hidden.matmul(model.toAnswer());
    Tensor z = sums.plus(model.answerBias());
    return Classifier.crossEntropy(z, answers);
  }

  /** Small random weights, so that no two hidden units are alike; biases of 0. */
  static Model random(int units, long seed) {
    return new Model(
        Tensors.normal(DType.FLOAT, seed, Digits.PIXELS, units).times(0.01),
        Tensors.zeros(DType.FLOAT, units),
        Tensors.normal(DType.FLOAT, seed + 1, units).times(1 / Math.sqrt(units)),
        Tensors.zeros(DType.FLOAT, 1));
  }

  /** Weights that are not random: every hidden unit is like every other. */
  static Model alike(int units, double toHidden, double toAnswer) {
    return new Model(
        Tensors.full(DType.FLOAT, toHidden, Digits.PIXELS, units),
        Tensors.zeros(DType.FLOAT, units),
        Tensors.full(DType.FLOAT, toAnswer, units),
        Tensors.zeros(DType.FLOAT, 1));
  }

  /** What the hidden units say to pictures: a row for each picture, a column for each unit. */
  static Tensor hidden(Model model, Tensor images) {
    return images.matmul(model.toHidden()).plus(model.hiddenBias()).tanh();
  }

  @Override
  public Tensor logits(Model model, Tensor images) {
    return hidden(model, images).matmul(model.toAnswer()).plus(model.answerBias());
  }

  @Override
  public double loss(Model model, Pictures pictures) {
    return loss(model, pictures.images(), pictures.answers());
  }

  @Override
  public Model gradient(Model model, Pictures pictures) {
    return dNetwork.dLoss(model, pictures.images(), pictures.answers());
  }
}
