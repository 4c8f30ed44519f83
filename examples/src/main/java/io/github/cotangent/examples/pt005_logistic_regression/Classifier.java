package io.github.cotangent.examples.pt005_logistic_regression;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.tensor.Axes;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;

/** Answers yes or no to a picture, by one weight for each pixel and one bias. */
public final class Classifier implements Trainable<Classifier.Model> {

  /** What is learnt: a vector of 784 numbers, and one number. */
  public record Model(Tensor weights, Tensor bias) {}

  /** The mean cross-entropy over pictures, one in each row; an answer is 1 for yes, 0 for no. */
  @Differentiable
  public static double loss(
      Model model, @NonDifferentiable Tensor images, @NonDifferentiable Tensor answers) {
    Tensor sums = images.matmul(model.weights());
    Tensor z = sums.plus(model.bias());
    return crossEntropy(z, answers);
  }

  /** The mean cross-entropy of a z for each picture. */
  @Differentiable
  public static double crossEntropy(Tensor z, @NonDifferentiable Tensor answers) {
    Tensor zeros = answers.times(0);
    Tensor both = Tensors.stack(1, zeros, z);
    Tensor logSum = both.logSumExp(Axes.of(1));
    Tensor claimed = answers.times(z);
    Tensor surprise = logSum.minus(claimed);
    return surprise.mean();
  }

  /** All weights 0: every answer is as likely as the other. */
  public static Model blank() {
    return new Model(Tensors.zeros(DType.FLOAT, Digits.PIXELS), Tensors.zeros(DType.FLOAT, 1));
  }

  @Override
  public Tensor logits(Model model, Tensor images) {
    return images.matmul(model.weights()).plus(model.bias());
  }

  @Override
  public double loss(Model model, Pictures pictures) {
    return loss(model, pictures.images(), pictures.answers());
  }

  @Override
  public Model gradient(Model model, Pictures pictures) {
    return dClassifier.dLoss(model, pictures.images(), pictures.answers());
  }
}
