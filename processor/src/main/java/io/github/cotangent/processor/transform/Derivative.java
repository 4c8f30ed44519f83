package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
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
 */
public record Derivative(
    Function function,
    Names names,
    Linkage linkage,
    Declaration.Visibility visibility,
    List<Integer> withRespectTo,
    Set<Output> outputs,
    boolean isWhole,
    boolean isRecursive) {

  /** The kinds of members. */
  public enum Output {
    GRADIENT,
    VALUE_AND_GRADIENT,
    PULLBACK,
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
    int last = function.owner().simpleNames().size();
    String owner = String.join(".", function.owner().simpleNames().subList(0, last));
    return "{@link " + owner + "#" + function.name() + "}";
  }
}
