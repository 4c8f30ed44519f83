package io.github.cotangent.runtime;

/**
 * The schedule by which a loop is run backward with few of its states in memory: binomial
 * checkpointing (Griewank and Walther 2000, "Algorithm 799: Revolve").
 *
 * <p>The state before a step of the loop can be kept in one of a number of slots; slot 0 holds the
 * state at the loop's start. To go back through a step, the newest kept state before it is
 * restored, and the loop runs forward from there to the step. On the way, states are kept in the
 * slots that are free, at such distances that the least number of steps is run again:
 *
 * <pre>{@code
 * xKept[0] = x at the start;
 * while (checkpoints.back()) {
 *   x = xKept[checkpoints.slot()];
 *   while (checkpoints.advances()) {
 *     if (checkpoints.isDue()) {
 *       xKept[checkpoints.slot()] = x;
 *     }
 *     one step
 *   }
 *   the step to go back through
 * }
 * }</pre>
 *
 * <p>With {@code s} slots and no step run more than {@code t} times in advance, a loop of {@code
 * reach(s, t) = (s + t)! / (s! t!)} steps can be reversed. A loop of {@code l} steps, with the
 * least {@code t} for which {@code l <= reach(s, t)}, takes {@code t * l - reach(s + 1, t - 1)}
 * steps in advance, and no schedule takes fewer.
 *
 * <p>Not thread-safe: every backward pass makes its own.
 */
public final class Checkpoints {

  /** More than any loop has steps. */
  private static final long ENOUGH = 1L << 32;

  /** The step before which each slot's state was kept, oldest first; the first {@code used}. */
  private final int[] keptBefore;

  private int used = 1;

  /** The steps that are still to be gone back through: all below this one. */
  private int target;

  /** How many steps have run since the start, by the state that the loop is in. */
  private int at;

  /** The step before which the next state is to be kept; -1 for none. */
  private int due;

  private Checkpoints(int steps, int snapshots) {
    this.keptBefore = new int[Math.max(1, Math.min(steps, snapshots))];
    this.target = steps;
  }

  /**
   * A schedule with a logarithmic number of states: one more for each doubling of the steps.
   *
   * @param steps how often the loop ran
   */
  public static Checkpoints of(int steps) {
    return of(steps, Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(steps)));
  }

  /**
   * A schedule.
   *
   * @param steps how often the loop ran
   * @param snapshots how many of its states may be kept at a time, the one at its start included
   * @throws IllegalArgumentException if there is not even one
   */
  public static Checkpoints of(int steps, int snapshots) {
    if (snapshots < 1) {
      throw new IllegalArgumentException(
          "a loop with checkpoints needs at least one snapshot: checkpoint(" + snapshots + ")");
    }
    return new Checkpoints(steps, snapshots);
  }

  /** The number of slots: as many as snapshots, but no more than steps. */
  public int slots() {
    return keptBefore.length;
  }

  /**
   * Turns to the last step that was not gone back through yet. The state in {@link #slot} is to be
   * restored.
   *
   * @return false if there is none left
   */
  public boolean back() {
    if (target == 0) {
      return false;
    }
    target--;
    while (keptBefore[used - 1] > target) {
      used--; // That step has been gone through.
    }
    at = keptBefore[used - 1];
    due = next();
    return true;
  }

  /** The slot of the newest state. */
  public int slot() {
    return used - 1;
  }

  /** How many steps of the loop had run when the newest state was kept. */
  public int step() {
    return keptBefore[used - 1];
  }

  /** True if the loop is to run one more step forward, before the step to go back through. */
  public boolean advances() {
    return at++ < target;
  }

  /** True if the state before this step is to be kept first, in {@link #slot}. */
  public boolean isDue() {
    int step = at - 1;
    if (step != due) {
      return false;
    }
    keptBefore[used] = step;
    used++;
    due = next();
    return true;
  }

  /** The step before which to keep the state that follows the newest one. */
  private int next() {
    int from = keptBefore[used - 1];
    int steps = target + 1 - from;
    int slots = keptBefore.length - used + 1; // The newest state's own is one of them.
    return slots > 1 && steps > 1 ? from + split(steps, slots) : -1;
  }

  /** How many steps the first of the slots should span, of all these steps. */
  private static int split(int steps, int slots) {
    int times = 1;
    while (reach(slots, times) < steps) {
      times++;
    }
    return (int) Math.min(reach(slots, times - 1), steps - reach(slots - 1, times - 1));
  }

  /** The binomial coefficient (slots + times)! / (slots! times!), as far as it matters. */
  static long reach(int slots, int times) {
    long product = 1;
    for (int i = 1; i <= Math.min(slots, times); i++) {
      product = product * ((long) Math.max(slots, times) + i) / i;
      if (product > ENOUGH) {
        return ENOUGH;
      }
    }
    return product;
  }
}
