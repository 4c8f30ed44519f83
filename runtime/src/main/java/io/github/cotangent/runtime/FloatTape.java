package io.github.cotangent.runtime;

import java.util.Arrays;

/**
 * A stack of {@code float} values: what a forward sweep leaves for the backward sweep.
 *
 * <p>Either popped, which consumes it, or read through any number of {@linkplain #reader()
 * readers}, which leaves it as it is. Not safe for recording from several threads; once recording
 * is over, and the tape safely published, readers may be used from different threads, one each.
 */
public final class FloatTape {

  private float[] values = new float[TapeCapacity.INITIAL];
  private int size;

  /** Creates an empty tape. */
  public FloatTape() {}

  /**
   * Records a value.
   *
   * @param value the value that the next {@link #pop()} returns
   */
  public void push(float value) {
    if (size == values.length) {
      grow();
    }
    values[size++] = value;
  }

  /**
   * Removes the value that was recorded last.
   *
   * @return that value
   * @throws IllegalStateException if nothing is left
   */
  public float pop() {
    if (size == 0) {
      throw TapeCapacity.nothingLeft();
    }
    return values[--size];
  }

  /** Forgets the values, and keeps the capacity that the tape has grown to. */
  public void clear() {
    size = 0;
  }

  /**
   * The number of values on the tape.
   *
   * @return how often {@link #pop()} can be called
   */
  public int size() {
    return size;
  }

  /**
   * A cursor over the values recorded so far, from the last to the first.
   *
   * <p>It stays valid as long as the tape is not popped; what is pushed later it does not see.
   *
   * @return a new cursor, independent of all others
   */
  public Reader reader() {
    return new Reader(values, size);
  }

  private void grow() {
    values = Arrays.copyOf(values, TapeCapacity.after(values.length));
  }

  /** Reads a tape backwards without changing it. */
  public static final class Reader {

    private final float[] values;
    private int remaining;

    private Reader(float[] values, int remaining) {
      this.values = values;
      this.remaining = remaining;
    }

    /**
     * Steps back by one value.
     *
     * @return the value stepped over
     * @throws IllegalStateException if nothing is left
     */
    public float pop() {
      if (remaining == 0) {
        throw TapeCapacity.nothingLeft();
      }
      return values[--remaining];
    }

    /**
     * Whether everything has been read.
     *
     * @return true if {@link #pop()} would fail
     */
    public boolean isEmpty() {
      return remaining == 0;
    }
  }
}
