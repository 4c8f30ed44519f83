package io.github.cotangent.examples.chapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Deals the rows of a data set out in small batches, in another order each time that all are seen.
 *
 * @param rows how many rows there are
 * @param size how many are in a batch; the last one of an epoch may have fewer
 * @param seed what the orders depend on, beside the number of the epoch
 */
public record Batches(int rows, int size, long seed) {

  /** Keeps the orders of neighbouring seeds apart: 2⁶⁴ over the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** Checks the numbers. */
  public Batches {
    if (rows < 0 || size < 1) {
      throw new IllegalArgumentException("batches of " + size + " of " + rows + " rows");
    }
  }

  /** How many batches see all rows. */
  public int perEpoch() {
    return (rows + size - 1) / size;
  }

  /**
   * The batches of an epoch: every row is in one of them, once.
   *
   * @param epoch its number; it does not matter which ones were asked for before
   * @return the numbers of the rows, for {@code gather} on pictures and on labels
   */
  public List<int[]> epoch(int epoch) {
    int[] order = shuffled(new Random(new Random(seed * SPREAD + epoch).nextLong() * SPREAD));
    List<int[]> batches = new ArrayList<>();
    for (int from = 0; from < rows; from += size) {
      batches.add(Arrays.copyOfRange(order, from, Math.min(rows, from + size)));
    }
    return batches;
  }

  private int[] shuffled(Random random) {
    int[] order = new int[rows];
    for (int i = 0; i < rows; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
