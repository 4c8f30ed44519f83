package io.github.cotangent.runtime;

/**
 * What the forward half of a linkage pair has recorded, if its backward half restores arrays in
 * place: to run backward a second time, it must be copied before the first.
 *
 * @param <T> the implementing tape itself
 */
public interface Tape<T> {

  /**
   * A copy whose arrays are copies that alias as the originals do.
   *
   * @param copies the copies made so far
   * @return a tape that can be run backward without changing this one
   */
  T copy(ArrayCopies copies);

  /**
   * A tape that can be run backward without changing the given one: a copy where one is needed.
   *
   * @param tape any tape, may be null
   * @param copies the copies made so far
   * @param <T> the type of the tape
   * @return a copy, or the tape itself if running backward leaves it as it is
   */
  @SuppressWarnings("unchecked") // a tape copies to its own type
  static <T> T copyOf(T tape, ArrayCopies copies) {
    return tape instanceof Tape<?> t ? (T) t.copy(copies) : tape;
  }
}
