package io.github.cotangent.examples.pt007_multiclass;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** From scores to probabilities, and how bad they are: for one picture, in plain Java. */
public final class Softmax {

  private Softmax() {}

  /** The probabilities that belong to the scores: positive, and their sum is 1. */
  static double[] softmax(double[] scores) {
    double sum = 0.0;
    for (double score : scores) {
      sum += Math.exp(score);
    }
    double[] probabilities = new double[scores.length];
    for (int j = 0; j < scores.length; j++) {
      probabilities[j] = Math.exp(scores[j]) / sum;
    }
    return probabilities;
  }

  /** The cross-entropy of a picture that shows {@code digit}: -log softmax(scores)[digit]. */
  @Differentiable
  public static double crossEntropy(double[] scores, @NonDifferentiable int digit) {
    double sum = 0.0;
    for (int j = 0; j < scores.length; j++) {
      sum += Math.exp(scores[j]);
    }
    return Math.log(sum) - scores[digit];
  }

  /** The same number, computed so that no exponential can overflow. */
  @Differentiable
  public static double safeCrossEntropy(double[] scores, @NonDifferentiable int digit) {
    double highest = highest(scores);
    double sum = 0.0;
    for (int j = 0; j < scores.length; j++) {
      sum += Math.exp(scores[j] - highest);
    }
    return highest + Math.log(sum) - scores[digit];
  }

  @NonDifferentiable
  static double highest(double[] scores) {
    double highest = scores[0];
    for (double score : scores) {
      highest = Math.max(highest, score);
    }
    return highest;
  }
}
