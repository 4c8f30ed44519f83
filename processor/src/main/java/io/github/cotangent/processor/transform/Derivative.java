package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order for one function: which members to generate.
 *
 * @param function normalized
 * @param names the function's names, with those of its normalization
 * @param linkage the names and types of its members
 * @param visibility who may see them
 * @param withRespectTo indices of the parameters of the gradient, ascending
 * @param outputs what to generate
 * @param isWhole true for what stands beside a narrowed gradient, for other derivatives
 * @param isRecursive true if the function can call itself
 * @param directional of a Hessian-vector product: what the function is the tangent of
 */
public record Derivative(
    Function function,
    Names names,
    Linkage linkage,
    Declaration.Visibility visibility,
    List<Integer> withRespectTo,
    Set<Output> outputs,
    boolean isWhole,
    boolean isRecursive,
    Optional<Tangent> directional) {

  /** The kinds of members. */
  public enum Output {
    GRADIENT,
    VALUE_AND_GRADIENT,
    PULLBACK,
    JVP,
    HVP,
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
    Function primal = directional.map(Tangent::primal).orElse(function);
    return "{@link " + String.join(".", primal.owner().simpleNames()) + "#" + primal.name() + "}";
  }

  /** The parameters that are directions: tangents, not arguments of the primal. */
  List<Var> directions() {
    int arguments = directional.map(t -> t.primal().parameters().size()).orElse(Integer.MAX_VALUE);
    return function.parameters().stream().skip(arguments).toList();
  }
}
