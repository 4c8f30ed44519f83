package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The record that goes from the forward to the backward half of a pair. Variables that are too many
 * for a record share an array in it, those of one type each.
 *
 * @param carried the variables that it holds: each by a component, but for the packed ones
 * @param packed the variables that are elements of a component, by component
 * @param growing those that are tapes, to which the forward half appends
 */
record TapeRecord(
    Derivative derivative,
    Map<String, Var> carried,
    Map<String, List<Var>> packed,
    Set<Var> growing) {

  /** The slots that a constructor has for its parameters: JVMS 4.11, less one for {@code this}. */
  private static final int MOST_SLOTS = 254;

  /**
   * A record of the function's value and of all that the backward half needs.
   *
   * @param forward the code of the forward half
   * @param needed the variables that the backward half reads, and neither makes nor is given
   */
  static TapeRecord of(Derivative derivative, Sweeps sweeps, List<Stmt> forward, Set<Var> needed) {
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
    Map<String, List<Var>> packed = packed(carried, sweeps.tapes());
    if (slots(carried, packed) > MOST_SLOTS) {
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
    return new TapeRecord(derivative, carried, packed, sweeps.tapes());
  }

  /** The largest groups of variables of one type, until the rest are few enough components. */
  private static Map<String, List<Var>> packed(Map<String, Var> carried, Set<Var> growing) {
    Map<Type, List<Var>> groups = new LinkedHashMap<>();
    carried.forEach(
        (component, v) -> {
          if (!component.equals("value") && !growing.contains(v) && canBeElement(v.type())) {
            groups.computeIfAbsent(v.type(), t -> new ArrayList<>()).add(v);
          }
        });
    List<List<Var>> largestFirst = new ArrayList<>(groups.values());
    largestFirst.sort(Comparator.comparing(vs -> -vs.size()));
    Map<String, List<Var>> packed = new LinkedHashMap<>();
    for (List<Var> group : largestFirst) {
      if (slots(carried, packed) <= MOST_SLOTS) {
        break;
      }
      String name = plural(group.get(0).type());
      while (carried.containsKey(name) || packed.containsKey(name)) {
        name += "_";
      }
      packed.put(name, group);
    }
    return packed;
  }

  /** There are no arrays of generic types. */
  private static boolean canBeElement(Type type) {
    return !(type.leaf() instanceof Type.ClassType c) || c.arguments().isEmpty() && c.denotable();
  }

  /** {@code doubles}, {@code doubleArrays}, {@code stepTapes}. */
  private static String plural(Type type) {
    Type leaf = type.leaf();
    String one =
        leaf instanceof Type.Record r
            ? r.name().simpleName()
            : leaf instanceof Type.ClassType c ? c.simpleName() : leaf.toString();
    return Names.decapitalized(one) + (type instanceof Type.Array ? "Arrays" : "s");
  }

  private static int slots(Map<String, Var> carried, Map<String, List<Var>> packed) {
    return packed.size()
        + carried.values().stream()
            .filter(v -> packed.values().stream().noneMatch(p -> p.contains(v)))
            .mapToInt(v -> slots(v.type()))
            .sum();
  }

  private static int slots(Type type) {
    return type.equals(Type.DOUBLE) || type.equals(Type.LONG) ? 2 : 1;
  }

  private Map<String, Var> components() {
    Map<String, Var> components = new LinkedHashMap<>(carried);
    packed.values().forEach(components.values()::removeAll);
    return components;
  }

  /** The expression that makes one from the variables of the forward half. */
  Expr made() {
    List<Expr> arguments = new ArrayList<>();
    components().values().forEach(v -> arguments.add(Make.read(v)));
    for (List<Var> elements : packed.values()) {
      List<Expr> read = elements.stream().<Expr>map(Make::read).toList();
      arguments.add(new Expr.ArrayLiteral(arrayOf(elements), read));
    }
    return Members.newRecord(type(), arguments);
  }

  private static Type.Array arrayOf(List<Var> elements) {
    return new Type.Array(elements.get(0).type());
  }

  private Type.Record type() {
    List<Type.Component> components = new ArrayList<>();
    components().forEach((name, v) -> components.add(new Type.Component(name, v.type())));
    packed.forEach((name, vs) -> components.add(new Type.Component(name, arrayOf(vs))));
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
    components()
        .forEach(
            (name, v) -> {
              Expr field = Make.invoke(Make.read(tape), name, v.type());
              if (free.contains(v)) {
                code.add(growing.contains(v) ? reader(v, field) : Make.local(v, field));
              }
            });
    packed.forEach(
        (name, elements) -> {
          Expr array = Make.invoke(Make.read(tape), name, arrayOf(elements));
          for (int i = 0; i < elements.size(); i++) {
            if (free.contains(elements.get(i))) {
              code.add(Make.local(elements.get(i), new Expr.Element(array, Make.literal(i))));
            }
          }
        });
    return code;
  }

  private static Stmt reader(Var v, Expr field) {
    Type.ClassType reader = Storage.readerType((Type.ClassType) v.type());
    Var local = new Var(v.id(), v.name(), reader);
    return Make.local(local, Make.invoke(field, "reader", reader));
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
