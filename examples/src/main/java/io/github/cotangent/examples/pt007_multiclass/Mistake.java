package io.github.cotangent.examples.pt007_multiclass;

import io.github.cotangent.examples.pt007_multiclass.Classifier.Params;
import io.github.cotangent.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A digit that was misread.
 *
 * @param index which one it is
 * @param written what it shows
 * @param read what the network takes it for
 * @param certainty the probability that the network gives to that
 */
record Mistake(int index, int written, int read, double certainty) {

  /** All mistakes, the most certain first. */
  static List<Mistake> of(Params params, Labelled digits) {
    Tensor scores = Classifier.scores(params, digits.images());
    int[] guesses = scores.argmax(1);
    Tensor probabilities = scores.softmax();
    List<Mistake> mistakes = new ArrayList<>();
    for (int i = 0; i < guesses.length; i++) {
      if (guesses[i] != digits.labels()[i]) {
        double certainty = probabilities.at(i, guesses[i]);
        mistakes.add(new Mistake(i, digits.labels()[i], guesses[i], certainty));
      }
    }
    mistakes.sort(Comparator.comparingDouble(Mistake::certainty).reversed());
    return mistakes;
  }
}
