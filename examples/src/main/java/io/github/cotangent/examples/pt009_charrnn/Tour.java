package io.github.cotangent.examples.pt009_charrnn;

import io.github.cotangent.examples.pt009_charrnn.Recurrence.Weights;
import io.github.cotangent.tensor.Adam;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Optimiser;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.nio.file.Path;
import java.util.List;

/** What the chapter's page shows before a network is trained on a long text. */
final class Tour {

  private static final String RHYME =
      "how much wood would a woodchuck chuck if a woodchuck could chuck wood";

  private static final Alphabet ALPHABET = Alphabet.of(RHYME);
  private static final int UNITS = 32;

  private Tour() {}

  static void print(Path plots) {
    printPairs();
    printMemory();
    printReach();
    Main.print("%nPlots: %s%n", String.join(", ", Plots.saveAll(plots)));
  }

  private static void printPairs() {
    Text rhyme = Text.of(RHYME, ALPHABET);
    Pairs pairs = new Pairs(rhyme);
    Main.print("Letter pairs in: %s%n%n", RHYME);
    for (int before : ALPHABET.codes("cou ", "text")) {
      StringBuilder line = new StringBuilder();
      for (int next = 0; next < ALPHABET.size(); next++) {
        if (pairs.count(before, next) > 0) {
          line.append("  %s %d".formatted(shown(next), pairs.count(before, next)));
        }
      }
      Main.print("after %s:%s%n", shown(before), line);
    }
    Main.print("%nall characters alike: %.3f nats a character%n", Math.log(ALPHABET.size()));
    Main.print("the counter of pairs:  %.3f nats a character%n", pairs.loss(rhyme));
    Main.print("it writes: h%s%n", pairs.text(ALPHABET.codes("h", "text")[0], 60, 4));
  }

  private static String shown(int code) {
    String character = ALPHABET.text(code);
    return character.equals(" ") ? "_" : character;
  }

  private static void printMemory() {
    int[] text = ALPHABET.codes(RHYME, "text");
    Main.print("%nA network of %d units learns the rhyme%n%n", UNITS);
    Main.print("steps    loss   it writes%n");
    Weights w = weights(ALPHABET.size(), 1, 0.8);
    Optimiser<Weights> adam = new Adam<>(0.01);
    for (int step = 0; step <= 200; step++) {
      if (List.of(0, 10, 20, 50, 100, 200).contains(step)) {
        Main.print("%5d  %6.3f   h%s%n", step, Recurrence.loss(w, text), recited(w, 48));
      }
      w = adam.step(w, dRecurrence.dLoss(w, text));
    }
  }

  /** What a network finds likeliest after an h, and after that, and so on. */
  private static String recited(Weights w, int length) {
    int[] written = new int[length];
    Tensor h = Tensors.zeros(DType.DOUBLE, 1, UNITS);
    int last = ALPHABET.codes("h", "text")[0];
    for (int i = 0; i < length; i++) {
      h = Recurrence.next(w, h, last);
      last = Recurrence.guess(w, h).argmax(1)[0];
      written[i] = last;
    }
    return ALPHABET.text(written);
  }

  private static void printReach() {
    Reach reach = new Reach();
    Lengths weak = reach.weak();
    Lengths strong = reach.strong();
    Lengths clipped = reach.clipped();
    Lengths gated = reach.gated();
    Main.print("%nThe adjoint of the memory, so many steps before the last guess%n%n");
    Main.print("steps before   weak      strong    strong, clipped   with gates%n");
    for (int back : new int[] {0, 1, 2, 5, 10, 20, 30, 40, 50, 59}) {
      Main.print(
          "%12d   %.1e   %.1e   %15.1e   %10.1e%n",
          back, weak.back(back), strong.back(back), clipped.back(back), gated.back(back));
    }
  }

  /**
   * Random weights.
   *
   * @param blocks 1 for plain cells, 4 for those with gates
   * @param factor by which the memory is about multiplied in each step
   */
  static Weights weights(int letters, int blocks, double factor) {
    return new Weights(
        Tensors.normal(DType.DOUBLE, 1, letters, blocks * UNITS).times(0.3),
        Tensors.normal(DType.DOUBLE, 2, UNITS, blocks * UNITS).times(factor / Math.sqrt(UNITS)),
        Tensors.zeros(DType.DOUBLE, blocks * UNITS),
        Tensors.normal(DType.DOUBLE, 3, UNITS, letters).times(1 / Math.sqrt(UNITS)),
        Tensors.zeros(DType.DOUBLE, letters));
  }
}
