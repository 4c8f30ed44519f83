package io.github.cotangent.runtime;

import java.util.Arrays;

/**
 * A stack of references: what a forward sweep leaves for the backward sweep.
 *
 * <p>Either popped, which consumes it, or read through any number of {@linkplain #reader()
 * readers}, which leaves it as it is. Not safe for recording from several threads; once recording
 * is over, and the tape safely published, readers may be used from different threads, one each.
 *
 * @param <T> the type of the recorded values
 */
public final class ObjectTape<T> {

  private Object[] values = new Object[TapeCapacity.INITIAL];
  private int size;

  /** Creates an empty tape. */
  public ObjectTape() {}

  /**
   * Records a value.
   *
   * @param value the value that the next {@link #pop()} returns
   */
  public void push(T value) {
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
  @SuppressWarnings("unchecked") // only values of type T are ever pushed
  public T pop() {
    if (size == 0) {
      throw TapeCapacity.nothingLeft();
    }
    T value = (T) values[--size];
    values[size] = null; // what was popped may be collected
    return value;
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
  public Reader<T> reader() {
    return new Reader<>(values, size);
  }

  /**
   * A tape of what a function makes of the values recorded, in the same order.
   *
   * @param function is given each value once, null included
   * @return a new tape of the same size
   */
  public ObjectTape<T> map(java.util.function.UnaryOperator<T> function) {
    ObjectTape<T> mapped = new ObjectTape<>();
    Reader<T> reader = reader();
    Object[] all = new Object[size];
    for (int i = size - 1; i >= 0; i--) {
      all[i] = function.apply(reader.pop());
    }
    mapped.values = all;
    mapped.size = size;
    return mapped;
  }

  private void grow() {
    values = Arrays.copyOf(values, TapeCapacity.after(values.length));
  }

  /**
   * Reads a tape backwards without changing it.
   *
   * @param <T> the type of the recorded values
   */
  public static final class Reader<T> {

    private final Object[] values;
    private int remaining;

    private Reader(Object[] values, int remaining) {
      this.values = values;
      this.remaining = remaining;
    }

    /**
     * Steps back by one value.
     *
     * @return the value stepped over
     * @throws IllegalStateException if nothing is left
     */
    @SuppressWarnings("unchecked") // as above
    public T pop() {
      if (remaining == 0) {
        throw TapeCapacity.nothingLeft();
      }
      return (T) values[--remaining];
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
