package io.github.cotangent.examples.pt009_charrnn;

import java.util.Random;

/**
 * A counter of letter pairs: how often each character follows each other one. It remembers one
 * character.
 */
final class Pairs {

  private final Alphabet alphabet;
  private final int[][] counts;

  Pairs(Text text) {
    alphabet = text.alphabet();
    counts = new int[alphabet.size()][alphabet.size()];
    int[] codes = text.codes();
    for (int i = 0; i + 1 < codes.length; i++) {
      counts[codes[i]][codes[i + 1]]++;
    }
  }

  int count(int before, int next) {
    return counts[before][next];
  }

  /** How likely a character is after another one, by the counts. */
  double chance(int before, int next) {
    int all = 0;
    for (int count : counts[before]) {
      all += count;
    }
    // One more for each pair, so that none is impossible that has not been seen.
    return (counts[before][next] + 1.0) / (all + alphabet.size());
  }

  /** The mean of -log(chance) over a text: nats per character. */
  double loss(Text text) {
    double sum = 0;
    int[] codes = text.codes();
    for (int i = 0; i + 1 < codes.length; i++) {
      sum -= Math.log(chance(codes[i], codes[i + 1]));
    }
    return sum / (codes.length - 1);
  }

  /** Writes by the counts. */
  String text(int beginning, int length, long seed) {
    Random random = new Random(seed);
    int[] written = new int[length];
    int last = beginning;
    for (int i = 0; i < length; i++) {
      double rest = random.nextDouble();
      int next = 0;
      rest -= chance(last, 0);
      while (rest >= 0 && next < alphabet.size() - 1) {
        next++;
        rest -= chance(last, next);
      }
      written[i] = next;
      last = next;
    }
    return alphabet.text(written);
  }
}
