package io.github.cotangent.examples.pt005_logistic_regression;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Answers yes or no to one number, by one weight and one bias. */
public final class OneWeight {

  private OneWeight() {}

  /** What is learnt; also a gradient with respect to it. */
  public record Model(double weight, double bias) {}

  /** Turns any number into a probability. */
  public static double sigmoid(double z) {
    return 1.0 / (1.0 + Math.exp(-z));
  }

  /** The surprise at one answer (1 for yes, 0 for no), written down as it was derived. */
  @Differentiable
  public static double surprise(
      Model model, @NonDifferentiable double x, @NonDifferentiable double answer) {
    double z = model.weight() * x + model.bias();
    double p = 1.0 / (1.0 + Math.exp(-z));
    double likelihood = answer * p + (1.0 - answer) * (1.0 - p);
    return -Math.log(likelihood);
  }

  /** The mean surprise at many answers, in a form that is safe for every z: the cross-entropy. */
  @Differentiable
  public static double loss(
      Model model, @NonDifferentiable double[] xs, @NonDifferentiable double[] answers) {
    double total = 0.0;
    for (int i = 0; i < xs.length; i++) {
      double z = model.weight() * xs[i] + model.bias();
      double logSum = z > 0.0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z));
      total += logSum - answers[i] * z;
    }
    return total / xs.length;
  }

  /** Gradient descent as in chapter 4, from weight 0 and bias 0. */
  static Model trained(double[] xs, double[] answers, double stepSize, int steps) {
    Model model = new Model(0.0, 0.0);
    for (int i = 0; i < steps; i++) {
      Model slope = dOneWeight.dLoss(model, xs, answers);
      model =
          new Model(
              model.weight() - stepSize * slope.weight(), model.bias() - stepSize * slope.bias());
    }
    return model;
  }
}
