package io.github.cotangent.examples.pt008_autoencoder;

import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.examples.pt008_autoencoder.Autoencoder.Params;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * New digits.
 *
 * @param images ten of each digit, a row of pixels each
 */
record Synthesis(Tensor images) {

  static final int OF_EACH = 10;

  /** Makes them from new codes, drawn from the cloud of the codes of each digit. */
  static Synthesis of(Params params, Digits digits, double spread, long seed) {
    Tensor codes = Autoencoder.encode(params, digits.images());
    List<Tensor> drawn = new ArrayList<>();
    for (int digit = 0; digit <= 9; digit++) {
      Cloud cloud = Cloud.of(digit, codes, digits);
      drawn.add(cloud.draw(OF_EACH, spread, seed + digit));
    }
    return new Synthesis(
        Autoencoder.decode(params, Tensors.concat(0, drawn.toArray(Tensor[]::new))));
  }
}
