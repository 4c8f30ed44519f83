package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The record that goes from the forward to the backward half of a pair.
 *
 * @param carried the variables that it holds, by component
 * @param growing those that are tapes, to which the forward half appends
 */
record TapeRecord(Derivative derivative, Map<String, Var> carried, Set<Var> growing) {

  /** The slots that a constructor has for its parameters: JVMS 4.11, less one for {@code this}. */
  private static final int MOST_SLOTS = 254;

  /**
   * A record of the function's value and of all that the backward half needs.
   *
   * @param forward the code of the forward half
   * @param needed the variables that the backward half reads, and neither makes nor is given
   */
  static TapeRecord of(
      Derivative derivative, ReverseMode.Sweeps sweeps, List<Stmt> forward, Set<Var> needed) {
    List<Var> known = new ArrayList<>(derivative.function().parameters());
    known.addAll(Mentions.declared(forward));
    Map<String, Var> carried = new LinkedHashMap<>();
    sweeps.value().ifPresent(v -> carried.put("value", known.get(known.indexOf(v))));
    for (Var v : known) {
      if (needed.contains(v) && !carried.containsValue(v)) {
        String name = Linkage.componentName(v.name());
        while (carried.containsKey(name)) {
          name += "_";
        }
        carried.put(name, v);
      }
    }
    int slots = carried.values().stream().mapToInt(v -> slots(v.type())).sum();
    if (slots > MOST_SLOTS) {
      throw new Refusal(
          ErrorId.UNSUPPORTED_EXPRESSION,
          derivative.function().origin(),
          "A method that keeps this many values for its backward pass",
          "Move parts of it into methods of their own.");
    }
    for (Var v : carried.values()) {
      if (v.type().leaf() instanceof Type.ClassType c && !c.denotable()) {
        throw new Refusal(
            ErrorId.UNSUPPORTED_EXPRESSION,
            derivative.function().origin(),
            "A method that keeps '" + v.name() + "', of a class without a name outside of it,",
            "Move the class out of the method, or what it gives into a variable.");
      }
    }
    return new TapeRecord(derivative, carried, sweeps.tapes());
  }

  private static int slots(Type type) {
    return type.equals(Type.DOUBLE) || type.equals(Type.LONG) ? 2 : 1;
  }

  /** The expression that makes one from the variables of the forward half. */
  Expr made() {
    return Members.newRecord(type(), carried.values().stream().<Expr>map(Make::read).toList());
  }

  private Type.Record type() {
    List<Type.Component> components = new ArrayList<>();
    carried.forEach((name, v) -> components.add(new Type.Component(name, v.type())));
    return new Type.Record(derivative.linkage().tapeType(), components);
  }

  /**
   * Declares the variables of the backward half that come from the record. A growing tape is read
   * through a reader of its own, so that it can be read again.
   *
   * @param backward the code that reads them
   */
  List<Stmt> unpacked(Var tape, List<Stmt> backward) {
    Set<Var> free = Scoping.free(backward);
    List<Stmt> code = new ArrayList<>();
    carried.forEach(
        (name, v) -> {
          Expr field = Make.invoke(Make.read(tape), name, v.type());
          if (!free.contains(v)) {
            return;
          }
          if (growing.contains(v)) {
            Type.ClassType reader = Storage.readerType((Type.ClassType) v.type());
            Var local = new Var(v.id(), v.name(), reader);
            code.add(Make.local(local, Make.invoke(field, "reader", reader)));
          } else {
            code.add(Make.local(v, field));
          }
        });
    return code;
  }

  /**
   * Its declaration.
   *
   * @param callTapes the types of tapes that it may hold
   */
  Declaration declaration(Set<Type> callTapes, Summaries summaries) {
    Function function = derivative.function();
    Type.Record type = type();
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
        function.parameters().stream().anyMatch(p -> !p.type().arrayTypes().isEmpty());
    return isGivenArrays
        && tape.components().stream()
            .map(Type.Component::type)
            .anyMatch(
                t ->
                    !t.arrayTypes().isEmpty()
                        || callTapes.contains(t)
                        || t instanceof Type.ClassType c && !c.arguments().isEmpty());
  }
}
