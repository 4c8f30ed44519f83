package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order for one function: which members to generate.
 *
 * @param kind what the function is
 * @param function normalized
 * @param names the function's names, with those of its normalization
 * @param linkage the names and types of its members
 * @param visibility who may see them
 * @param withRespectTo indices of the parameters of the gradient, ascending
 * @param outputs what to generate
 * @param isRecursive true if the function can call itself
 * @param directional of a Hessian-vector product: what the function is the tangent of
 */
public record Derivative(
    Kind kind,
    Function function,
    Names names,
    Linkage linkage,
    Declaration.Visibility visibility,
    List<Integer> withRespectTo,
    Set<Output> outputs,
    boolean isRecursive,
    Optional<Tangent> directional) {

  /** What is differentiated, and for whom. */
  public enum Kind {
    /** A method of the user's that is annotated. */
    ANNOTATED,
    /**
     * The same for all parameters, where the user's gradient is narrowed: for other derivatives.
     */
    WHOLE,
    /** A method of the user's that is differentiated only because others of its class call it. */
    HELPER,
    /** The derivative of an annotated method along a direction. */
    DIRECTIONAL,
    /** The tangent of a method: a function of the generated class, which others call there. */
    TANGENT
  }

  /** The kinds of members. */
  public enum Output {
    GRADIENT,
    VALUE_AND_GRADIENT,
    PULLBACK,
    JVP,
    HVP,
    VALUE_AND_GRADIENT_INTO,
    HVP_INTO,
    JACOBIAN,
    JACOBIAN_INTO,
    HESSIAN,
    HESSIAN_INTO,
    /** The derivative of the tangent, for the second derivatives of callers. */
    SECOND_ORDER,
    /** The forward and the backward half. */
    PAIR
  }

  public Derivative {
    withRespectTo = List.copyOf(withRespectTo);
    outputs = Set.copyOf(outputs);
  }

  boolean makes(Output output) {
    return outputs.contains(output);
  }

  /** The parameters of the gradient. */
  Set<Var> independents() {
    return Set.copyOf(withRespectTo.stream().map(function.parameters()::get).toList());
  }

  /** The primal as Javadoc links it. */
  String link() {
    Function primal = primal();
    Type.ClassType owner = kind == Kind.TANGENT ? linkage.container() : primal.owner();
    return "{@link " + String.join(".", owner.simpleNames()) + "#" + primal.name() + "}";
  }

  /** True for a method that stands in the user's source, in the form that the user calls. */
  boolean isOfUser() {
    return kind == Kind.ANNOTATED || kind == Kind.HELPER;
  }

  /** The user's method. */
  Function primal() {
    return directional.map(Tangent::primal).orElse(function);
  }

  /**
   * True where an output exists for a method.
   *
   * @param parameters the types of those that are differentiated
   */
  public static boolean isPossible(Output output, Type result, List<Type> parameters) {
    return switch (output) {
      case GRADIENT, VALUE_AND_GRADIENT, HVP -> result.isScalar();
      case PULLBACK, JVP, PAIR, SECOND_ORDER -> true;
      case VALUE_AND_GRADIENT_INTO, HVP_INTO ->
          result.isScalar()
              && holdArray(parameters)
              && parameters.stream().noneMatch(Type::holdsValue);
      case JACOBIAN -> DenseMembers.isPossible(result, parameters);
      case JACOBIAN_INTO ->
          DenseMembers.isPossible(result, parameters)
              && (result.rank() > 0 || holdArray(parameters));
      case HESSIAN -> result.isScalar() && DenseMembers.isPossible(Type.DOUBLE, parameters);
      case HESSIAN_INTO ->
          result.isScalar()
              && DenseMembers.isPossible(Type.DOUBLE, parameters)
              && holdArray(parameters);
    };
  }

  private static boolean holdArray(List<Type> parameters) {
    return parameters.stream().anyMatch(Type::holdsDifferentiableArray);
  }

  /** What an output needs to exist, in words. */
  public static String need(Output output) {
    return switch (output) {
      case JACOBIAN -> "a result and parameters of type double or double[]";
      case VALUE_AND_GRADIENT_INTO, HVP_INTO ->
          "a result of type double or float, and a parameter with an array; it has no variant for"
              + " values of types that declare themselves differentiable";
      case JACOBIAN_INTO ->
          "a result and parameters of type double or double[], with an array among them";
      case HESSIAN -> "a result of type double or float, and parameters of type double or double[]";
      case HESSIAN_INTO ->
          "a result of type double or float, and parameters of type double or double[], with an"
              + " array among them";
      default -> "a result of type double or float";
    };
  }

  /** The outputs that an output is made from. */
  public static Set<Output> basis(Output output, Type result, List<Type> parameters) {
    return switch (output) {
      case GRADIENT -> Set.of(Output.VALUE_AND_GRADIENT);
      case PULLBACK -> Set.of(Output.PAIR);
      case VALUE_AND_GRADIENT_INTO -> Set.of(Output.VALUE_AND_GRADIENT);
      case HVP_INTO, HESSIAN -> Set.of(Output.HVP);
      case HESSIAN_INTO -> Set.of(Output.HESSIAN);
      case JACOBIAN -> Set.of(result.isScalar() ? Output.GRADIENT : rows(result, parameters));
      case JACOBIAN_INTO ->
          result.isScalar() ? Set.of(Output.VALUE_AND_GRADIENT_INTO) : Set.of(Output.JACOBIAN);
      case VALUE_AND_GRADIENT, JVP, HVP, PAIR, SECOND_ORDER -> Set.of();
    };
  }

  /** What gives the rows, or columns, of the Jacobian of an array. */
  private static Output rows(Type result, List<Type> parameters) {
    return JacobianMembers.isByColumns(result, parameters) ? Output.JVP : Output.PULLBACK;
  }

  /** The parameters that are directions: tangents, not arguments of the primal. */
  List<Var> directions() {
    int arguments = directional.map(t -> t.primal().parameters().size()).orElse(Integer.MAX_VALUE);
    return function.parameters().stream().skip(arguments).toList();
  }
}
