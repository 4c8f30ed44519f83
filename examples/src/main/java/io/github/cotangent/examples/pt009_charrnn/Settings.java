package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.pt009_charrnn.Network.Params;
import io.github.cotangent.tensor.Adagrad;
import io.github.cotangent.tensor.Adam;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Optimiser;

/**
 * How a network is trained.
 *
 * @param batch how many parts of the text are read side by side
 * @param seq over how many characters the loop is unrolled
 * @param epochs how often the whole text is read
 * @param rate the learning rate
 * @param optimiser how the gradient is followed
 * @param clip adjoints of the memory are kept between this and its negative
 */
record Settings(int batch, int seq, int epochs, double rate, Method optimiser, double clip) {

  /** The type of all numbers: precise enough, and faster than double. */
  static final DType TYPE = DType.FLOAT;

  /** How the gradient is followed. */
  enum Method {
    ADAM,
    ADAGRAD
  }

  Optimiser<Params> newOptimiser() {
    return optimiser == Method.ADAM ? new Adam<>(rate) : new Adagrad<>(rate);
  }
}
