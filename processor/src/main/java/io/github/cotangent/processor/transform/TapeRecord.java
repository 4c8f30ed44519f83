package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The record that goes from the forward to the backward half of a pair. */
final class TapeRecord {

  /** The slots that a constructor has for its parameters: JVMS 4.11, less one for {@code this}. */
  private static final int MOST_SLOTS = 254;

  private TapeRecord() {}

  /** Its type: a component for each variable that it carries. */
  static Type.Record type(Derivative derivative, Map<String, Var> carried) {
    int slots = carried.values().stream().mapToInt(v -> slots(v.type())).sum();
    if (slots > MOST_SLOTS) {
      throw new Refusal(
          ErrorId.UNSUPPORTED_EXPRESSION,
          derivative.function().origin(),
          "A method that keeps this many values for its backward pass",
          "Move parts of it into methods of their own.");
    }
    List<Type.Component> components = new ArrayList<>();
    carried.forEach((name, v) -> components.add(new Type.Component(name, v.type())));
    return new Type.Record(derivative.linkage().tapeType(), components);
  }

  private static int slots(Type type) {
    return type.equals(Type.DOUBLE) || type.equals(Type.LONG) ? 2 : 1;
  }

  /**
   * Its declaration.
   *
   * @param callTapes the types of tapes that it may hold
   */
  static Declaration of(
      Derivative derivative, Type.Record type, Set<Type> callTapes, Summaries summaries) {
    Function function = derivative.function();
    boolean restores = summaries.mutates(function) || mayHoldTheCallers(function, type, callTapes);
    return new Declaration.RecordClass(
        type,
        restores ? List.of(TapeCopies.contract(type)) : List.of(),
        restores ? List.of(TapeCopies.method(type, callTapes, function)) : List.of(),
        derivative.visibility(),
        "What {@code "
            + derivative.linkage().forward()
            + "} keeps for {@code "
            + derivative.linkage().backward()
            + "}.");
  }

  /** True if the tape may hold arrays that a caller restores: then they are copied with its own. */
  private static boolean mayHoldTheCallers(
      Function function, Type.Record tape, Set<Type> callTapes) {
    boolean isGivenArrays =
        function.parameters().stream().anyMatch(p -> !Arguments.arrayTypes(p.type()).isEmpty());
    return isGivenArrays
        && tape.components().stream()
            .map(Type.Component::type)
            .anyMatch(
                t ->
                    !Arguments.arrayTypes(t).isEmpty()
                        || callTapes.contains(t)
                        || t instanceof Type.ClassType c && !c.arguments().isEmpty());
  }
}
