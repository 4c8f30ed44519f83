package io.github.cotangent.runtime;

/** How tapes grow; kept out of them so that {@code push} stays small enough to be inlined. */
final class TapeCapacity {

  static final int INITIAL = 16;

  /** Some virtual machines cannot allocate arrays closer to {@code Integer.MAX_VALUE} than this. */
  static final int MAXIMUM = Integer.MAX_VALUE - 8;

  private TapeCapacity() {}

  /** The capacity that follows a full one: twice as much, as far as an array can hold it. */
  static int after(int full) {
    if (full == MAXIMUM) {
      throw new OutOfMemoryError(
          "a tape holds at most "
              + MAXIMUM
              + " values: differentiate a shorter computation, or fewer iterations at a time");
    }
    return full > MAXIMUM / 2 ? MAXIMUM : full * 2;
  }

  /** What popping an empty tape or an exhausted reader reports. */
  static IllegalStateException nothingLeft() {
    return new IllegalStateException(
        "pop on an empty tape: the backward sweep read more values than the forward sweep recorded");
  }
}
