package io.github.cotangent;

/**
 * A type of values that can be differentiated, such as a vector or a tensor: the contract by which
 * a class of yours, or of a library, takes part in derivatives like {@code double} does. Its
 * operations get their derivatives by {@link PullbackOf} and {@link TangentOf}, best beside the
 * operations, in the class itself.
 *
 * <p>A value is immutable: it never changes after its construction. An adjoint of it is collected
 * in an {@link Accumulator}; a gradient, a tangent and the adjoint that is passed to a pullback are
 * values again.
 *
 * <p>Adjoints are told apart by the identity of the values that they belong to. So an operation
 * with a rule returns a new object, never one of its arguments or a shared constant; a backward
 * pass that finds one object as the result of two operations throws an {@code
 * IllegalStateException}.
 *
 * @param <T> the type itself
 * @param <A> what collects its adjoints
 */
public interface DifferentiableType<T extends DifferentiableType<T, A>, A extends Accumulator<T>> {

  /**
   * Creates an accumulator for the adjoint of this value.
   *
   * @return a new one that holds zero, of this value's shape
   */
  A accumulator();

  /**
   * Creates an accumulator for the adjoint of a constant, which nobody asks for: it may leave out
   * all that is added, and so spare the work.
   *
   * @return a new one, by default like any other
   */
  default A discarding() {
    return accumulator();
  }

  /**
   * The same value as another object, which may share all that never changes. A derivative takes
   * such copies of its arguments, so that each has an adjoint of its own.
   *
   * @return a new object
   */
  T copy();

  /**
   * The zero of this value's shape: the tangent of a constant.
   *
   * @return a value
   */
  default T zero() {
    return accumulator().freeze();
  }
}
