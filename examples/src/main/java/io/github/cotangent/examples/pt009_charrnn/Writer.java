package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.pt009_charrnn.Network.State;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import java.util.Random;

/** Lets a network write: it guesses a character, reads it, and guesses the next. */
final class Writer {

  /** A bound for adjoints, of which there are none here. */
  private static final double NO_ADJOINTS = 0;

  private final Model model;
  private final double temperature;
  private final Random random;

  /** With a temperature: the nearer to 0, the more surely the likeliest character is written. */
  Writer(Model model, double temperature, long seed) {
    this.model = model;
    this.temperature = temperature;
    this.random = new Random(seed);
  }

  /** So many characters that follow a beginning; that is read first, and is not in the result. */
  String continued(String beginning, int count) {
    int[] read = model.alphabet().codes(beginning, "priming text");
    int[] written = new int[count];
    State state = model.noMemory(1);
    for (int i = 0; i + 1 < read.length; i++) {
      state = next(state, read[i]);
    }
    // Without a beginning, it begins as if after the alphabet's first character.
    int last = read.length == 0 ? 0 : read[read.length - 1];
    for (int i = 0; i < count; i++) {
      state = next(state, last);
      Tensor[] hidden = state.hidden();
      last = draw(Network.guess(model.params(), hidden[hidden.length - 1]));
      written[i] = last;
    }
    return model.alphabet().text(written);
  }

  private State next(State state, int character) {
    return Network.next(model.params(), model.kind(), state, new int[] {character}, NO_ADJOINTS);
  }

  /** Draws a character: at temperature 1 as likely as the network says, at 0 the likeliest. */
  private int draw(Tensor logits) {
    if (temperature == 0) {
      return logits.argmax(1)[0];
    }
    double[] chances = logits.to(DType.DOUBLE).dividedBy(temperature).softmax().toDoubles();
    double rest = random.nextDouble();
    for (int i = 0; i < chances.length; i++) {
      rest -= chances[i];
      if (rest < 0) {
        return i;
      }
    }
    return chances.length - 1;
  }
}
