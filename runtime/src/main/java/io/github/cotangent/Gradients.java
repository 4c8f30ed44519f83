package io.github.cotangent;

import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * Statements for a differentiated method that are about its gradient.
 *
 * <p>{@link #insertGradientOf(double, DoubleUnaryOperator) insertGradientOf} changes the adjoint of
 * a variable, {@link #inspectGradientOf(double, DoubleConsumer) inspectGradientOf} looks at it,
 * both where the backward pass comes to the place of the statement: everything that follows it in
 * the method has contributed to the adjoint then, and nothing before it has been reached. The
 * lambda is not called: its body is put into the generated backward pass, where it can be read, and
 * stopped in with a debugger. What it captures has the value there that it had at the statement.
 *
 * <p>In the method itself they do nothing. Forward mode, and what is made from it ({@code fJvp},
 * {@code fHvp}), leaves them out.
 *
 * <p>{@link #stopGradient(double)} is the identity with the derivative zero.
 *
 * <p>{@link #checkpoint()} at the head of a loop's body trades time for memory: the backward pass
 * runs the loop again, a part at a time, instead of recording it.
 */
@SuppressWarnings("overloads") // numbers and references cannot be confused
public final class Gradients {

  private Gradients() {}

  /**
   * Replaces the adjoint of a variable: to clip, scale or drop it.
   *
   * @param x a variable, of type {@code double} or {@code float}
   * @param change from the adjoint to the new one: a lambda with an expression
   */
  public static void insertGradientOf(double x, DoubleUnaryOperator change) {}

  /**
   * Replaces the adjoint of an array, of a record, or of a value of a {@link DifferentiableType}.
   * The new adjoint of an array is copied into the old one, so that all names of the array see it.
   *
   * @param <T> an array of numbers, a record, or a {@link DifferentiableType}
   * @param x a variable
   * @param change from the adjoint to the new one, of the same shape: a lambda with an expression
   */
  public static <T> void insertGradientOf(T x, UnaryOperator<T> change) {}

  /**
   * Looks at the adjoint of a variable: to print it, to check it, to stop there.
   *
   * @param x a variable
   * @param look what to do with the adjoint: a lambda
   */
  public static void inspectGradientOf(double x, DoubleConsumer look) {}

  /**
   * Looks at the adjoint of an array or of a record, which must be left as it is, or of a value of
   * a {@link DifferentiableType}.
   *
   * @param <T> an array of numbers, a record, or a {@link DifferentiableType}
   * @param x a variable
   * @param look what to do with the adjoint: a lambda
   */
  public static <T> void inspectGradientOf(T x, Consumer<T> look) {}

  /**
   * The value, as a constant: no derivative flows through it.
   *
   * @param x any value
   * @return {@code x}
   */
  @NonDifferentiable
  public static double stopGradient(double x) {
    return x;
  }

  /**
   * The value, as a constant: no derivative flows through it.
   *
   * @param x any value
   * @return {@code x}
   */
  @NonDifferentiable
  public static float stopGradient(float x) {
    return x;
  }

  /**
   * A copy of an array, as a constant: no derivative flows through it.
   *
   * @param x an array
   * @return a copy of {@code x}
   */
  @NonDifferentiable
  public static double[] stopGradient(double[] x) {
    return x.clone();
  }

  /**
   * A copy of an array, as a constant: no derivative flows through it.
   *
   * @param x an array
   * @return a copy of {@code x}
   */
  @NonDifferentiable
  public static float[] stopGradient(float[] x) {
    return x.clone();
  }

  /**
   * The first statement of a loop's body: the loop is not recorded. A few of its states are kept
   * instead, one more for each doubling of the number of its steps, and the backward pass runs the
   * steps between them again.
   *
   * <p>So the loop must do the same each time: it may not print, draw random numbers, or call
   * anything that is not known to have no effect.
   */
  public static void checkpoint() {}

  /**
   * The first statement of a loop's body: as {@link #checkpoint()}, with a number of states.
   *
   * @param snapshots how many states of the loop may be in memory at a time, at least one: an
   *     expression without a call. Its value before the loop counts
   */
  public static void checkpoint(int snapshots) {}
}
