package io.github.cotangent.examples.pt007_multiclass;

import io.github.cotangent.examples.chapter.Batches;
import io.github.cotangent.examples.chapter.Progress;
import io.github.cotangent.examples.mnist.DigitSource;
import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.examples.pt007_multiclass.Classifier.Params;
import io.github.cotangent.examples.pt007_multiclass.Labelled.Reading;
import io.github.cotangent.tensor.Adam;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How a network is trained.
 *
 * @param shift by how many pixels training images are moved at most, anew in each epoch
 * @param epochs how often every digit is seen
 * @param batch how many digits a step looks at
 * @param rate the learning rate at the start; it falls evenly to nothing at the end
 * @param seed what the first weights, the order and the shifts depend on
 */
record Training(int shift, int epochs, int batch, double rate, long seed) {

  static final int HIDDEN = 256;

  /**
   * What came of it.
   *
   * @param params the network after the last epoch
   * @param history how well it read after each epoch
   */
  record Result(Params params, List<Epoch> history) {}

  /** How well the network reads after an epoch: training digits, unshifted, and test digits. */
  record Epoch(Reading training, Reading test) {}

  /** The network before any training. */
  static Params start(long seed) {
    return Classifier.random(DType.FLOAT, seed, Digits.PIXELS, HIDDEN, Labelled.CLASSES);
  }

  /** Trains a network. */
  Result run(DigitSource.Sets digits) {
    Labelled training = Labelled.of(digits.train());
    Labelled test = Labelled.of(digits.test());
    Batches batches = new Batches(digits.train().count(), batch, seed);
    long steps = (long) epochs * batches.perEpoch();
    Random shifts = new Random(seed);
    Adam<Params> adam = new Adam<>(rate);
    Params params = start(seed);
    List<Epoch> history = new ArrayList<>();
    long step = 0;
    try (Progress progress = Progress.of(shift == 0 ? "as they are" : "shifted", steps)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        Tensor images =
            shift == 0
                ? training.images()
                : digits.train().shiftedAtRandom(shift, shifts.nextLong()).images();
        for (int[] rows : batches.epoch(epoch)) {
          adam.setRate(rate * (steps - step) / steps);
          dClassifier.LossValueAndGradient loss =
              dClassifier.lossValueAndGradient(
                  params, images.gather(rows), training.targets().gather(rows));
          params = adam.step(params, loss.gradient());
          step++;
          progress.step(message(loss.value(), history));
        }
        history.add(new Epoch(training.readBy(params), test.readBy(params)));
      }
    }
    return new Result(params, history);
  }

  private static String message(double loss, List<Epoch> history) {
    String accuracy =
        history.isEmpty()
            ? ""
            : String.format(
                Locale.ROOT,
                "  accuracy %.1f %%",
                history.get(history.size() - 1).test().accuracy());
    return String.format(Locale.ROOT, "loss %.3f%s", loss, accuracy);
  }
}
