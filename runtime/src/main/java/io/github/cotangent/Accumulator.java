package io.github.cotangent;

/**
 * The adjoint of a value of a {@link DifferentiableType} while it is being collected: it changes in
 * place, and belongs to one backward pass. Pullbacks, written by hand for the operations of the
 * type, add to it by methods of its own.
 *
 * @param <T> the type of the value
 */
public interface Accumulator<T> {

  /**
   * Adds a value.
   *
   * @param value of the shape that this was made for
   */
  void add(T value);

  /**
   * Forgets what has been collected, and holds a value instead.
   *
   * @param value of the shape that this was made for
   */
  void set(T value);

  /**
   * What has been collected.
   *
   * @return a value, which does not change with this accumulator
   */
  T freeze();
}
