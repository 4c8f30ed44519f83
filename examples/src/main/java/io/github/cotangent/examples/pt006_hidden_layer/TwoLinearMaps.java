package io.github.cotangent.examples.pt006_hidden_layer;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.examples.pt005_logistic_regression.Classifier;
import io.github.cotangent.examples.pt005_logistic_regression.Pictures;
import io.github.cotangent.examples.pt005_logistic_regression.Trainable;
import io.github.cotangent.tensor.Tensor;

/** The network without the tanh: for showing that it is no more than one linear map. */
public final class TwoLinearMaps implements Trainable<Network.Model> {

  /** The mean cross-entropy. */
  @Differentiable
  public static double loss(
      Network.Model model, @NonDifferentiable Tensor images, @NonDifferentiable Tensor answers) {
    Tensor hidden = images.matmul(model.toHidden()).plus(model.hiddenBias());
    Tensor z = hidden.matmul(model.toAnswer()).plus(model.answerBias());
    return Classifier.crossEntropy(z, answers);
  }

  /** The one linear map that gives the same answers. */
  static Classifier.Model asOne(Network.Model model) {
    return new Classifier.Model(
        model.toHidden().matmul(model.toAnswer()),
        model.hiddenBias().matmul(model.toAnswer()).plus(model.answerBias()));
  }

  @Override
  public Tensor logits(Network.Model model, Tensor images) {
    return images
        .matmul(model.toHidden())
        .plus(model.hiddenBias())
        .matmul(model.toAnswer())
        .plus(model.answerBias());
  }

  @Override
  public double loss(Network.Model model, Pictures pictures) {
    return loss(model, pictures.images(), pictures.answers());
  }

  @Override
  public Network.Model gradient(Network.Model model, Pictures pictures) {
    return dTwoLinearMaps.dLoss(model, pictures.images(), pictures.answers());
  }
}
