package io.github.cotangent.processor.random;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The variables that a statement can see, and the names that are taken. */
final class Scope {
  private static final List<String> PLAIN = List.of("x", "y", "t", "u", "v", "w", "p", "q", "r");

  /** Names that generated code would like to use itself. */
  private static final List<String> TRAPS =
      List.of(
          "dx",
          "dy",
          "dResult",
          "tape",
          "xSaved",
          "value",
          "i1",
          "result",
          "gradient",
          "seed",
          "ySaved",
          "xDot",
          "thenTaken",
          "da",
          "count",
          "dt",
          "tSaved",
          "trips",
          "primal",
          "d",
          "taken",
          "length",
          "branch",
          "top",
          "dValue",
          "self",
          "x1",
          "dx1");

  private final Dice dice;
  private final List<Variable> variables = new ArrayList<>();
  private final Set<String> pending = new HashSet<>();

  Scope(Dice dice) {
    this.dice = dice;
  }

  /**
   * A variable.
   *
   * @param writable false for loop counters that must not be touched
   * @param indexOf the array that it is a valid index of, or empty
   */
  record Variable(String name, String type, boolean writable, String indexOf) {}

  /** A mark to return to at the end of a block. */
  int mark() {
    return variables.size();
  }

  /** Forgets what was declared after the mark. */
  void release(int mark) {
    variables.subList(mark, variables.size()).clear();
  }

  Variable declare(String type) {
    return declare(type, true, "");
  }

  /** A new variable with a name that is free here. */
  Variable declare(String type, boolean writable, String indexOf) {
    Variable v = new Variable(freeName(type), type, writable, indexOf);
    variables.add(v);
    return v;
  }

  /** Takes a name before the variable is visible: its initialiser must not read it. */
  Variable undeclared(String type) {
    Variable v = new Variable(freeName(type), type, true, "");
    pending.add(v.name());
    return v;
  }

  /** Makes a variable writable or not; one that bounds a loop must not grow in it. */
  void setWritable(String name, boolean writable) {
    variables.replaceAll(
        v -> v.name().equals(name) ? new Variable(name, v.type(), writable, v.indexOf()) : v);
  }

  void add(Variable v) {
    pending.remove(v.name());
    variables.add(v);
  }

  private String freeName(String type) {
    Set<String> taken = new HashSet<>(pending);
    variables.forEach(v -> taken.add(v.name()));
    List<String> pool = dice.chance(0.25) ? TRAPS : preferred(type);
    String base = dice.pick(pool);
    String name = base;
    for (int i = 2; taken.contains(name); i++) {
      name = base + i;
    }
    return name;
  }

  private static List<String> preferred(String type) {
    return switch (type) {
      case "int", "long" -> List.of("i", "j", "k", "n", "m");
      case "boolean" -> List.of("flag", "ok");
      case "double", "float" -> PLAIN;
      case "double[][]" -> List.of("rows", "grid");
      default -> type.endsWith("[]") ? List.of("a", "b", "c") : List.of("p", "q", "left", "node");
    };
  }

  /** The visible variables of a type. */
  List<Variable> of(String type) {
    return where(v -> v.type().equals(type));
  }

  List<Variable> where(Predicate<Variable> wanted) {
    return variables.stream().filter(wanted).toList();
  }
}
