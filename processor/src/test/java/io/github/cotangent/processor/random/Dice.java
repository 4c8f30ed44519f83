package io.github.cotangent.processor.random;

import java.util.List;
import java.util.Random;

/** The one source of chance: the same seed gives the same program. */
final class Dice {
  private final Random random;
  private final Random aside;

  Dice(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L + 0x1234567);
    this.aside = new Random(~seed);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** As {@link #chance}, by other dice: what is thrown afterwards stays the same. */
  boolean aside(double probability) {
    return aside.nextDouble() < probability;
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  @SafeVarargs
  final <T> T of(T... items) {
    return items[random.nextInt(items.length)];
  }
}
