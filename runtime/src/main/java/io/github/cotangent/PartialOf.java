package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method as the partial derivative of another method, which takes and gives numbers,
 * with respect to one of its parameters. It serves reverse and forward mode, and second derivatives
 * if it can be differentiated itself.
 *
 * <pre>{@code
 * @PartialOf(type = Gamma.class, method = "logGamma(double x)", wrt = "x", names = "x")
 * static double logGammaByX(double x) {
 *   return Gamma.digamma(x);
 * }
 * }</pre>
 *
 * <p>The rule is found where it stands in the class of its target, in a class around the method
 * that calls the target, or in one that {@link UseDerivatives} names there.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface PartialOf {

  /**
   * The class that declares the target.
   *
   * @return a class; {@code void.class}, the default, for the class that the rule stands in
   */
  Class<?> type() default void.class;

  /**
   * The target: its name, and the types and names of its parameters, as in {@code "pow(double x,
   * int n)"}. The names are those that this annotation uses; a receiver is called {@code self}.
   *
   * @return a signature without its result
   */
  String method();

  /**
   * The parameter to differentiate with respect to: a {@code double} or {@code float}.
   *
   * @return a parameter's name
   */
  String wrt();

  /**
   * The names of the rule's own parameters, in order: parameters of the target, and {@code result}
   * for its value. What is not named is not kept.
   *
   * @return names
   */
  String[] names() default {};
}
