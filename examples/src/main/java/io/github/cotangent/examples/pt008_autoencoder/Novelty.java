package io.github.cotangent.examples.pt008_autoencoder;

import io.github.cotangent.tensor.Axes;
import io.github.cotangent.tensor.Tensor;

/** Whether pictures are new, or copies of known ones. */
final class Novelty {

  private Novelty() {}

  /**
   * How far pictures are from the known picture that is nearest to them: the root of the mean
   * squared difference of the pixels, and of that the mean over the pictures.
   */
  static double distance(Tensor images, Tensor known) {
    // |a - b|² = |a|² - 2 a·b + |b|²
    Tensor own = images.square().sum(Axes.of(1).keepDims());
    Tensor others = known.square().sum(Axes.of(1));
    Tensor squares = images.matmul(known.transpose()).times(-2).plus(own).plus(others);
    Tensor nearest = squares.negate().max(Axes.of(1)).negate();
    return nearest.maximum(nearest.times(0)).dividedBy(images.size(1)).sqrt().mean();
  }
}
