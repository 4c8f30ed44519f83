package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method as the tangent of another method, for forward mode: it takes tangents of
 * the target's parameters, and gives the tangent of the target's result.
 *
 * <pre>{@code
 * @TangentOf(
 *     type = Blas.class,
 *     method = "dot(double[] a, double[] b)",
 *     names = {"a", "b", "aDot", "bDot"})
 * static double dotTangent(double[] a, double[] b, double[] aDot, double[] bDot) {
 *   return Blas.dot(aDot, b) + Blas.dot(a, bDot);
 * }
 * }</pre>
 *
 * <p>Second derivatives differentiate the tangent: they need it to be differentiable itself.
 *
 * <p>What {@link PullbackOf} says about where rules are found, and about the target, holds here
 * too.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface TangentOf {

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
   * The names of the rule's own parameters, in order: parameters of the target, {@code result} for
   * its value, and {@code <name>Dot} for the tangent of a parameter.
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
   * The array parameters that the target writes into. The rule is called before the target, and
   * writes the tangent of what the target will write into {@code <name>Dot}.
   *
   * @return parameters' names
   */
  String[] writes() default {};
}
