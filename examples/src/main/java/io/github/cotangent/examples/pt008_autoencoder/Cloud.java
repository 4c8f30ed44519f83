package io.github.cotangent.examples.pt008_autoencoder;

import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.tensor.Axes;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.util.stream.IntStream;

/**
 * Where the codes of one digit lie.
 *
 * @param mean their mean: one row
 * @param deviations what each differs from the mean by: a row each
 */
record Cloud(Tensor mean, Tensor deviations) {

  /** The cloud of these codes. */
  static Cloud of(Tensor codes) {
    Tensor mean = codes.mean(Axes.of(0).keepDims());
    return new Cloud(mean, codes.minus(mean));
  }

  /** The cloud of the codes of one digit, out of the codes of many. */
  static Cloud of(int digit, Tensor codes, Digits digits) {
    int[] rows = IntStream.range(0, digits.count()).filter(i -> digits.label(i) == digit).toArray();
    return of(codes.gather(rows));
  }

  /** How many codes there are. */
  int count() {
    return deviations.size(0);
  }

  /**
   * New codes: the mean, and a random mixture of all deviations. They scatter around the mean in
   * the same way as those that the cloud was made of.
   *
   * @param spread how far they go from the mean, compared with those
   */
  Tensor draw(int codes, double spread, long seed) {
    Tensor mixture = Tensors.normal(DType.FLOAT, seed, codes, count());
    return mixture.matmul(deviations).times(spread / Math.sqrt(count())).plus(mean);
  }
}
