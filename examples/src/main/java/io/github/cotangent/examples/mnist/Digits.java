package io.github.cotangent.examples.mnist;

import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Pictures of handwritten digits, each with the digit that it shows. Immutable: what looks like a
 * change gives other digits.
 *
 * <p>A picture is 28 rows of 28 pixels, row after row, from 0 (paper) to 1 (ink). A pixel is kept
 * in the byte that it has in the file, so that all of MNIST takes 55 MB and not 220.
 */
public final class Digits {

  /** Rows of a picture, and pixels of a row. */
  public static final int SIDE = 28;

  /** Pixels of a picture. */
  public static final int PIXELS = SIDE * SIDE;

  private static final float WHOLE_INK = 255f;

  private final byte[] pixels;
  private final byte[] labels;

  /** Takes the arrays as its own: who calls this must not keep them. */
  Digits(byte[] pixels, byte[] labels) {
    if (pixels.length != (long) labels.length * PIXELS) {
      throw new IllegalArgumentException(
          pixels.length + " pixels do not make " + labels.length + " pictures.");
    }
    this.pixels = pixels;
    this.labels = labels;
  }

  /** How many there are. */
  public int count() {
    return labels.length;
  }

  /** The digit that picture {@code i} shows. */
  public int label(int i) {
    return labels[i];
  }

  /** All labels, in order. */
  public int[] labels() {
    int[] result = new int[count()];
    for (int i = 0; i < result.length; i++) {
      result[i] = labels[i];
    }
    return result;
  }

  /** The 784 pixels of picture {@code i}. */
  public float[] image(int i) {
    return pixels(i, i + 1);
  }

  /** The pixels of the pictures from {@code from} to before {@code to}, one after another. */
  public float[] pixels(int from, int to) {
    checkRange(from, to);
    float[] result = new float[(to - from) * PIXELS];
    int first = from * PIXELS;
    for (int k = 0; k < result.length; k++) {
      result[k] = (pixels[first + k] & 0xFF) / WHOLE_INK;
    }
    return result;
  }

  /** All pictures as a matrix of {@code float}: a row for each, a column for each pixel. */
  public Tensor images() {
    return Tensors.of(pixels(0, count()), count(), PIXELS);
  }

  /** The digits whose label is wanted, in their order. */
  public Digits only(IntPredicate wanted) {
    return inOrder(IntStream.range(0, count()).filter(i -> wanted.test(label(i))).toArray());
  }

  /** The digits from {@code from} to before {@code to}. */
  public Digits subset(int from, int to) {
    checkRange(from, to);
    return new Digits(
        Arrays.copyOfRange(pixels, from * PIXELS, to * PIXELS),
        Arrays.copyOfRange(labels, from, to));
  }

  /** The same digits in an order that depends on {@code seed} alone. */
  public Digits shuffled(long seed) {
    int[] order = new int[count()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(seed);
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return inOrder(order);
  }

  private Digits inOrder(int[] order) {
    byte[] otherPixels = new byte[order.length * PIXELS];
    byte[] otherLabels = new byte[order.length];
    for (int i = 0; i < order.length; i++) {
      System.arraycopy(pixels, order[i] * PIXELS, otherPixels, i * PIXELS, PIXELS);
      otherLabels[i] = labels[order[i]];
    }
    return new Digits(otherPixels, otherLabels);
  }

  /**
   * The same digits, moved by so many pixels to the right and down (to the left and up where
   * negative). What leaves a picture is lost; paper comes in from the other side.
   */
  public Digits shifted(int right, int down) {
    byte[] moved = new byte[pixels.length];
    for (int i = 0; i < count(); i++) {
      move(i, right, down, moved);
    }
    return new Digits(moved, labels);
  }

  /**
   * The same digits, each moved for itself, by at most {@code most} pixels in both directions: as
   * far as {@code seed} says, every way as likely as any other.
   */
  public Digits shiftedAtRandom(int most, long seed) {
    Random random = new Random(seed);
    byte[] moved = new byte[pixels.length];
    for (int i = 0; i < count(); i++) {
      int right = random.nextInt(2 * most + 1) - most;
      int down = random.nextInt(2 * most + 1) - most;
      move(i, right, down, moved);
    }
    return new Digits(moved, labels);
  }

  private void move(int i, int right, int down, byte[] moved) {
    int width = SIDE - Math.abs(right);
    if (width <= 0) {
      return;
    }
    for (int row = Math.max(0, down); row < Math.min(SIDE, SIDE + down); row++) {
      int target = i * PIXELS + row * SIDE + Math.max(0, right);
      int source = i * PIXELS + (row - down) * SIDE + Math.max(0, -right);
      System.arraycopy(pixels, source, moved, target, width);
    }
  }

  private void checkRange(int from, int to) {
    if (from < 0 || to < from || to > count()) {
      throw new IndexOutOfBoundsException(
          "Digits " + from + " to " + to + " were asked for, of " + count() + ".");
    }
  }
}
