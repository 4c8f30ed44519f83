package io.github.cotangent.examples.pt008_autoencoder;

import io.github.cotangent.examples.chapter.Batches;
import io.github.cotangent.examples.chapter.Progress;
import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.examples.pt008_autoencoder.Autoencoder.Params;
import io.github.cotangent.tensor.Adam;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How an autoencoder is trained.
 *
 * @param code how many numbers a code has
 * @param epochs how often every picture is seen
 * @param batch how many pictures a step looks at
 * @param rate the learning rate at the start; it falls evenly to nothing at the end
 * @param seed what the first weights and the order depend on
 */
record Training(int code, int epochs, int batch, double rate, long seed) {

  static final int HIDDEN = 256;

  /**
   * What came of it.
   *
   * @param params the autoencoder after the last epoch
   * @param history the losses after each epoch
   */
  record Result(Params params, List<Epoch> history) {}

  /** The loss of training and of test pictures after an epoch. */
  record Epoch(double training, double test) {}

  /** The autoencoder before any training. */
  static Params start(int code, long seed) {
    return Autoencoder.random(DType.FLOAT, seed, Digits.PIXELS, HIDDEN, code);
  }

  /** Trains an autoencoder. */
  Result run(Tensor images, Tensor testImages) {
    Batches batches = new Batches(images.size(0), batch, seed);
    long steps = (long) epochs * batches.perEpoch();
    Adam<Params> adam = new Adam<>(rate);
    Params params = start(code, seed);
    List<Epoch> history = new ArrayList<>();
    long step = 0;
    try (Progress progress = Progress.of("a code of " + code, steps)) {
      for (int epoch = 0; epoch < epochs; epoch++) {
        for (int[] rows : batches.epoch(epoch)) {
          adam.setRate(rate * (steps - step) / steps);
          dAutoencoder.LossValueAndGradient loss =
              dAutoencoder.lossValueAndGradient(params, images.gather(rows));
          params = adam.step(params, loss.gradient());
          step++;
          progress.step(String.format(Locale.ROOT, "loss %.1f", loss.value()));
        }
        history.add(
            new Epoch(Autoencoder.loss(params, images), Autoencoder.loss(params, testImages)));
      }
    }
    return new Result(params, history);
  }
}
