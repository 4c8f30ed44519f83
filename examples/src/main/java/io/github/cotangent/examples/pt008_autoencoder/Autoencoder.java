package io.github.cotangent.examples.pt008_autoencoder;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;

/** Squeezes a picture through a code of a few numbers, and draws it again from the code. */
public final class Autoencoder {

  private Autoencoder() {}

  /** The layers of the encoder, {@code w1} to {@code b2}, and those of the decoder. */
  public record Params(
      Tensor w1, Tensor b1, Tensor w2, Tensor b2, Tensor w3, Tensor b3, Tensor w4, Tensor b4) {}

  /** How badly the pictures, one in each row, are drawn again. */
  @Differentiable
  public static double loss(Params p, @NonDifferentiable Tensor images) {
    Tensor inSums = images.matmul(p.w1());
    Tensor inZ = inSums.plus(p.b1());
    Tensor inHidden = inZ.relu();
    Tensor codeSums = inHidden.matmul(p.w2());
    Tensor codes = codeSums.plus(p.b2());
    Tensor outSums = codes.matmul(p.w3());
    Tensor outZ = outSums.plus(p.b3());
    Tensor outHidden = outZ.relu();
    Tensor scoreSums = outHidden.matmul(p.w4());
    Tensor scores = scoreSums.plus(p.b4());
    return Pixels.crossEntropy(scores, images);
  }

  /** The first half: the code of each picture. */
  static Tensor encode(Params p, Tensor images) {
    Tensor hidden = images.matmul(p.w1()).plus(p.b1()).relu();
    return hidden.matmul(p.w2()).plus(p.b2());
  }

  /** The second half: the picture that belongs to each code, from 0 (paper) to 1 (ink). */
  static Tensor decode(Params p, Tensor codes) {
    return scores(p, codes).sigmoid();
  }

  /** A score for each pixel, the larger the more ink. */
  static Tensor scores(Params p, Tensor codes) {
    Tensor hidden = codes.matmul(p.w3()).plus(p.b3()).relu();
    return hidden.matmul(p.w4()).plus(p.b4());
  }

  /** Weights drawn at random, and biases of zero. */
  static Params random(DType type, long seed, int pixels, int hidden, int code) {
    return new Params(
        Tensors.normal(type, seed, pixels, hidden).times(Math.sqrt(2.0 / pixels)),
        Tensors.zeros(type, hidden),
        Tensors.normal(type, seed + 1, hidden, code).times(Math.sqrt(1.0 / hidden)),
        Tensors.zeros(type, code),
        Tensors.normal(type, seed + 2, code, hidden).times(Math.sqrt(2.0 / code)),
        Tensors.zeros(type, hidden),
        Tensors.normal(type, seed + 3, hidden, pixels).times(Math.sqrt(1.0 / hidden)),
        Tensors.zeros(type, pixels));
  }
}
