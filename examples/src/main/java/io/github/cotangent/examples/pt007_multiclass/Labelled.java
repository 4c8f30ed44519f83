package io.github.cotangent.examples.pt007_multiclass;

import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.examples.pt007_multiclass.Classifier.Params;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Losses;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;

/**
 * Digits as the network takes them.
 *
 * @param images a row of pixels for each
 * @param targets a one-hot row for each
 * @param labels the digit that each shows
 */
record Labelled(Tensor images, Tensor targets, int[] labels) {

  static final int CLASSES = 10;

  static Labelled of(Digits digits) {
    int[] labels = digits.labels();
    return new Labelled(digits.images(), Tensors.oneHot(DType.FLOAT, labels, CLASSES), labels);
  }

  /** How well a network reads these digits. */
  Reading readBy(Params p) {
    Tensor scores = Classifier.scores(p, images);
    int[] guesses = scores.argmax(1);
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += guesses[i] == labels[i] ? 1 : 0;
    }
    return new Reading(Losses.softmaxCrossEntropy(scores, targets), 100.0 * right / labels.length);
  }

  /**
   * How well some digits were read.
   *
   * @param loss the mean cross-entropy
   * @param accuracy how many of a hundred were read as what they are
   */
  record Reading(double loss, double accuracy) {}
}
