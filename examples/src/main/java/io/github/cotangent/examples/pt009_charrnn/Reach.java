package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.pt009_charrnn.Recurrence.Weights;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensors;
import java.util.Random;

/** How much a guess depends on the memory of long before, in networks with random weights. */
final class Reach {

  /** How many steps there are before the guess. */
  static final int STEPS = 60;

  private static final int LETTERS = 10;
  private static final double BOUND = 0.3;

  private final int[] text = new Random(5).ints(STEPS + 1, 0, LETTERS).toArray();

  /** A memory that fades: 0.7 of it goes on. */
  Lengths weak() {
    return plain(0.7, Double.POSITIVE_INFINITY);
  }

  /** A memory that is enlarged at each step. */
  Lengths strong() {
    return plain(2.5, Double.POSITIVE_INFINITY);
  }

  /** The same, with a bound on each number of the adjoint. */
  Lengths clipped() {
    return plain(2.5, BOUND);
  }

  /** Long short-term memory whose gates are nearly open for what is kept. */
  Lengths gated() {
    Weights w = Tour.weights(LETTERS, 4, 0.7);
    int units = w.output().size(0);
    Weights open =
        new Weights(
            w.input(),
            w.recurrent(),
            Tensors.concat(
                0, Tensors.full(DType.DOUBLE, 4, units), Tensors.zeros(DType.DOUBLE, 3 * units)),
            w.output(),
            w.outputBias());
    Lengths lengths = new Lengths(STEPS);
    dRecurrence.dLastLossOfLstm(open, text, lengths);
    return lengths;
  }

  private Lengths plain(double factor, double bound) {
    Lengths lengths = new Lengths(STEPS);
    dRecurrence.dLastLoss(Tour.weights(LETTERS, 1, factor), text, bound, lengths);
    return lengths;
  }
}
