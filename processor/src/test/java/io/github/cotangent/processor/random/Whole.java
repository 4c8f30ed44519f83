package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Scope.Variable;
import java.util.List;

/** Makes integers, conditions and indices. */
final class Whole {
  private final Context c;
  private final Dice dice;
  private final Formulas formulas;
  private final Reads reads;

  Whole(Context c, Formulas formulas, Reads reads) {
    this.c = c;
    this.dice = c.dice;
    this.formulas = formulas;
    this.reads = reads;
  }

  /** An int, mostly small. */
  Tree number(int depth) {
    if (depth <= 0 || dice.chance(0.3)) {
      return small();
    }
    Tree e = number(depth - 1);
    return switch (dice.below(9)) {
      case 0 -> Tree.expression("int", 11, e.within(11), " + ", small().within(12));
      case 1 -> Tree.expression("int", 12, e.within(12), " % ", dice.of("3", "2", "5"));
      case 2 -> Tree.expression("int", 12, e.within(12), " / 2");
      case 3 -> Tree.expression("int", 7, e.within(8), " & ", dice.of("3", "1", "0x7"));
      case 4 -> Tree.expression("int", 6, e.within(7), " ^ 1");
      case 5 -> length();
      case 6 -> Tree.expression("int", 13, "(int) ", formulas.real(1).within(14));
      case 7 -> stepped();
      default -> Tree.expression("int", 10, e.within(11), dice.of(" >> 1", " >>> 28", " << 1"));
    };
  }

  private Tree small() {
    List<Variable> ints = c.scope.of("int");
    return ints.isEmpty() || dice.chance(0.4)
        ? Tree.atom("int", dice.of("0", "1", "2", "3", "0b11", "0x2"))
        : Tree.atom("int", dice.pick(ints).name());
  }

  private Tree length() {
    List<Variable> arrays = c.scope.where(v -> v.type().endsWith("[]"));
    return arrays.isEmpty() ? small() : Tree.atom("int", dice.pick(arrays).name() + ".length");
  }

  private Tree stepped() {
    List<Variable> ints = c.scope.where(v -> v.type().equals("int") && v.writable());
    if (ints.isEmpty()) {
      return small();
    }
    String name = dice.pick(ints).name();
    return Tree.expression("int", 14, dice.chance(0.7) ? name + "++" : "(++" + name + ")");
  }

  /** What a switch decides on: 0, 1, 2 and others. */
  Tree selector() {
    return Tree.expression("int", 7, number(1).within(8), " & 3");
  }

  /** A condition. */
  Tree truth(int depth) {
    if (depth > 0 && dice.chance(0.35)) {
      return compound(depth);
    }
    List<Variable> flags = c.scope.of("boolean");
    return switch (dice.below(8)) {
      case 0, 1, 2 -> compared(formulas.real(1), dice.of(" < ", " > ", " <= ", " >= "));
      case 3 -> compared(reads.real(), dice.of(" < ", " > "));
      case 4 ->
          flags.isEmpty()
              ? compared(reads.real(), " > ")
              : Tree.atom("boolean", dice.pick(flags).name());
      case 5 ->
          Tree.expression(
              "boolean", 8, number(1).within(9), " % 2 ", dice.of("== ", "!= "), dice.of("0", "1"));
      default ->
          Tree.expression(
              "boolean",
              9,
              number(1).within(10),
              dice.of(" < ", " > ", " >= "),
              small().within(10));
    };
  }

  private Tree compared(Tree left, String op) {
    Tree right =
        dice.chance(0.5)
            ? Tree.atom("double", dice.of("0.3", "-0.2", "0.05", "0.7"))
            : formulas.real(1);
    return Tree.expression("boolean", 9, left.within(10), op, right.within(10));
  }

  private Tree compound(int depth) {
    Tree left = truth(depth - 1);
    Tree right = truth(depth - 1);
    return switch (dice.below(6)) {
      case 0, 1 -> Tree.expression("boolean", 4, left.within(4), " && ", right.within(5));
      case 2, 3 -> Tree.expression("boolean", 3, left.within(3), " || ", right.within(4));
      case 4 -> Tree.expression("boolean", 13, "!", left.within(14));
      default ->
          Tree.expression("boolean", 6, left.within(7), dice.of(" ^ ", " & "), right.within(8))
              .within(14);
    };
  }

  /** An index out of an array of indices, or now and then any number. */
  private Tree looked() {
    List<Variable> tables = c.scope.of("int[]");
    return tables.isEmpty()
        ? dice.chance(0.03) ? number(1) : Tree.atom("int", "1")
        : Tree.expression(
            "int", 7, dice.pick(tables).name() + "[", number(0).within(8), " & 1] & 1");
  }

  /** A valid index of an array (every array has two elements or more). */
  Tree index(String array) {
    List<Variable> known = c.scope.where(v -> v.indexOf().equals(array));
    if (!known.isEmpty() && dice.chance(0.6)) {
      return Tree.atom("int", dice.pick(known).name());
    }
    return switch (dice.below(8)) {
      case 0, 1 -> Tree.atom("int", "0");
      case 2, 3 -> Tree.atom("int", "1");
      case 4 -> Tree.atom("int", array + ".length - 1");
      case 5 ->
          Tree.expression("int", Tree.ATOM, "Math.floorMod(", number(1), ", " + array + ".length)");
      case 6 -> Tree.expression("int", 7, number(1).within(8), " & 1");
      default -> looked();
    };
  }
}
