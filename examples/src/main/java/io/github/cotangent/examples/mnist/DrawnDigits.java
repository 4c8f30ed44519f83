package io.github.cotangent.examples.mnist;

import java.util.Random;

/**
 * Digits that look handwritten and that nobody wrote: for those who have neither MNIST nor a
 * network. They are easier than genuine ones, so accuracies on the two do not compare.
 */
final class DrawnDigits {

  private static final double THINNEST = 0.7;
  private static final double THICKEST = 1.5;

  /** Keeps the random numbers of neighbouring digits apart: 2⁶⁴ over the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private DrawnDigits() {}

  /**
   * So many digits, the same for the same seed on every machine. Digit {@code i} does not depend on
   * how many follow it.
   */
  static Digits draw(int count, long seed) {
    byte[] pixels = new byte[count * Digits.PIXELS];
    byte[] labels = new byte[count];
    Random seeds = new Random(seed);
    for (int i = 0; i < count; i++) {
      Random random = new Random(seeds.nextLong() * SPREAD);
      int digit = random.nextInt(10);
      labels[i] = (byte) digit;
      Strokes strokes = Strokes.of(digit, random);
      double radius = THINNEST + (THICKEST - THINNEST) * random.nextDouble();
      new Pen(radius).draw(strokes, pixels, i * Digits.PIXELS);
    }
    return new Digits(pixels, labels);
  }
}
