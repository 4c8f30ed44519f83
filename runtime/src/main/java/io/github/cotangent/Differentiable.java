package io.github.cotangent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Asks for the derivative of a method.
 *
 * <p>At compile time, the derivatives of all such methods of a top-level class {@code Name} are
 * written to a class {@code dName} in the same package. For a method {@code f} with a {@code
 * double} or {@code float} result, {@code dName.dF(args)} is the gradient and {@code
 * dName.fValueAndGradient(args)} gives both in one sweep; for any other method {@code
 * dName.fPullback(args)} keeps what is needed to map an adjoint of the result to adjoints of the
 * parameters.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Differentiable {

  /**
   * The names of the parameters to differentiate with respect to.
   *
   * <p>Empty, the default, means every parameter of a differentiable type that is not marked {@link
   * NonDifferentiable}.
   *
   * @return parameter names, or nothing for all of them
   */
  String[] wrt() default {};

  /**
   * The name the generated members are derived from, where the method's own would clash.
   *
   * @return a Java identifier, or the empty string for the method's own name
   */
  String name() default "";

  /**
   * What to generate.
   *
   * <p>Empty, the default, means {@link Output#GRADIENT} and {@link Output#VALUE_AND_GRADIENT} for
   * a {@code double} or {@code float} result, and {@link Output#PULLBACK} for everything else.
   *
   * @return the wanted outputs, or nothing for the default selection
   */
  Output[] generate() default {};

  /**
   * How often the method may be differentiated, by the methods of other classes that call it too.
   *
   * <p>With 2, the class generates what the second derivatives of its callers need, and {@link
   * Output#HVP} for a {@code double} or {@code float} result. The gradient {@code dF} is annotated
   * itself then, with an order less by one, so that methods of other classes may call it and be
   * differentiated; or, where it is more than plain Java, it has rules beside it, which serve such
   * calls. With 3 or more, a gradient that is more than plain Java is an error.
   *
   * @return 1, 2 or more, up to 9
   */
  int order() default 1;

  /** A kind of derivative that can be generated for a method. */
  enum Output {
    /** {@code dF(args)}: the gradient alone; for a {@code double} or {@code float} result. */
    GRADIENT,
    /** {@code fValueAndGradient(args)}: both; for a {@code double} or {@code float} result. */
    VALUE_AND_GRADIENT,
    /** {@code fPullback(args)}: the value, and a function from its adjoint to the arguments'. */
    PULLBACK,
    /**
     * {@code fJvp(args, tangents)}: the value and its derivative along a direction, by forward
     * mode; for any result.
     */
    JVP,
    /**
     * {@code fHvp(args, tangents)}: the derivative of the gradient along a direction, which is the
     * product of the Hessian with it; for a {@code double} or {@code float} result. No Hessian is
     * formed: it costs a small multiple of the gradient.
     */
    HVP,
    /**
     * {@code fValueAndGradientInto(args, adjoints)}: as {@code fValueAndGradient}, but the gradient
     * of each parameter with arrays is added to arrays that the caller gives, such as those of the
     * sum over a batch; for a {@code double} or {@code float} result. Returns what is left: the
     * value, and the gradient where numbers belong to it. With a {@link
     * io.github.cotangent.runtime.Workspace} as the last argument, the arrays that are needed on
     * the way are kept from call to call.
     */
    VALUE_AND_GRADIENT_INTO,
    /**
     * {@code fHvpInto(args, direction, adjoints)}: as {@code fHvp}, added to arrays that the caller
     * gives. Returns what is left: nothing, or the gradient where numbers belong to it.
     */
    HVP_INTO,
    /**
     * {@code fJacobian(args)}: a block for each parameter, with a row for each element of the
     * result; for results and parameters of type {@code double} or {@code double[]}. It is made by
     * forward mode where all parameters are numbers, else by reverse mode.
     */
    JACOBIAN,
    /**
     * {@code fJacobianInto(args, blocks)}: as {@code fJacobian}, added to blocks that the caller
     * gives; where the result or a parameter is an array.
     */
    JACOBIAN_INTO,
    /**
     * {@code fHessian(args)}: a block for each pair of parameters; for parameters of type {@code
     * double} or {@code double[]} and a {@code double} or {@code float} result.
     */
    HESSIAN,
    /**
     * {@code fHessianInto(args, blocks)}: as {@code fHessian}, added to blocks that the caller
     * gives; where a parameter is an array.
     */
    HESSIAN_INTO
  }
}
