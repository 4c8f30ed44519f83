package io.github.cotangent.examples.pt008_autoencoder;

import io.github.cotangent.PullbackOf;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.TensorAdjoint;

/** How far a drawn picture is from the one that it should be, with the derivative by hand. */
public final class Pixels {

  private Pixels() {}

  /**
   * The binary cross-entropy, summed over the pixels of a picture; the mean over the pictures. For
   * a pixel with the score z and the ink x it is log(1 + exp(z)) - x · z.
   */
  public static double crossEntropy(Tensor scores, Tensor images) {
    // log(1 + exp(z)) is z + log(1 + exp(-z)): the one with the negative exponent is taken.
    Tensor log = scores.abs().negate().exp().plus(1).log().plus(scores.relu());
    return (log.sum() - scores.dot(images)) / images.size(0);
  }

  /** Adds sigmoid(z) - x for each pixel, over the number of pictures, to the adjoint of z. */
  @PullbackOf(
      method = "crossEntropy(Tensor scores, Tensor images)",
      names = {"scores", "images", "dResult", "dscores"},
      constants = "images")
  public static void crossEntropyPullback(
      Tensor scores, Tensor images, double dResult, TensorAdjoint dscores) {
    dscores.add(dResult / images.size(0), scores.sigmoid().minus(images));
  }
}
