package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Var;
import java.util.List;

/**
 * A function of forward mode, and what to make of it.
 *
 * @param function what {@link ForwardMode} made
 * @param names its names
 * @param primal the function that it was made from
 * @param linkage of the primal
 * @param visibility who may see the members
 * @param withRespectTo indices of the primal's parameters with a tangent, ascending
 * @param given those of them whose tangents users pass; the others are zero for them
 */
public record Tangent(
    Function function,
    Names names,
    Function primal,
    Linkage linkage,
    Declaration.Visibility visibility,
    List<Integer> withRespectTo,
    List<Integer> given) {

  public Tangent {
    withRespectTo = List.copyOf(withRespectTo);
    given = List.copyOf(given);
  }

  /** The same function for users who pass fewer tangents. */
  public Tangent given(List<Integer> fewer) {
    return new Tangent(function, names, primal, linkage, visibility, withRespectTo, fewer);
  }

  /** The tangent of the primal's parameter of this index. */
  Var dot(int parameter) {
    int place = withRespectTo.indexOf(parameter);
    return function.parameters().get(primal.parameters().size() + place);
  }

  /** The primal as Javadoc links it. */
  String link() {
    return "{@link " + String.join(".", primal.owner().simpleNames()) + "#" + primal.name() + "}";
  }
}
