package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method as the pullback of another method, for reverse mode: it takes the adjoint
 * of the target's result, and passes it on to the target's parameters.
 *
 * <pre>{@code
 * @PullbackOf(
 *     type = Blas.class,
 *     method = "dot(double[] a, double[] b)",
 *     names = {"a", "b", "dResult", "da", "db"})
 * static void dotPullback(double[] a, double[] b, double dResult, double[] da, double[] db) {
 *   for (int i = 0; i < a.length; i++) {
 *     da[i] += dResult * b[i];
 *     db[i] += dResult * a[i];
 *   }
 * }
 * }</pre>
 *
 * <p>Adjoints of arrays, and of what else is passed by reference, are accumulated in place. Those
 * of numbers are returned: nothing, one adjoint, or a record with a component {@code d<name>} for
 * each, in the order of the parameters.
 *
 * <p>The rule is found where it stands in the class of its target, in a class around the method
 * that calls the target, or in one that {@link UseDerivatives} names there. The target is taken at
 * its rule's word: its result shares no storage with its arguments, it writes into no argument but
 * those that {@link #writes} names, and its value depends on nothing else that can change.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface PullbackOf {

  /**
   * The class that declares the target.
   *
   * @return a class; {@code void.class}, the default, for the class that the rule stands in
   */
  Class<?> type() default void.class;

  /**
   * The target: its name, and the types and names of its parameters, as in {@code "dot(double[] a,
   * double[] b)"}. The names are those that this annotation uses; a receiver is called {@code
   * self}.
   *
   * @return a signature without its result
   */
  String method();

  /**
   * The names of the rule's own parameters, in order: parameters of the target, as they were before
   * the call; {@code result} for its value; {@code dResult} for the value's adjoint; {@code
   * d<name>} for the adjoint of what a parameter refers to. What is not named is not kept.
   *
   * @return names
   */
  String[] names();

  /**
   * The parameters with respect to which the rule has no derivative. To pass a value there that
   * depends on what is differentiated is an error.
   *
   * @return parameters' names
   */
  String[] constants() default {};

  /**
   * The array parameters that the target writes into. When the rule is called, {@code d<name>} is
   * the adjoint of what the array holds after the target's call; the rule makes it that of what it
   * held before.
   *
   * @return parameters' names
   */
  String[] writes() default {};
}
