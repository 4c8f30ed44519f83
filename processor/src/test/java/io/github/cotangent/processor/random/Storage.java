package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Scope.Variable;
import java.util.List;

/** Makes statements about arrays: writes, aliases, and the library's methods. */
final class Storage {
  private final Context c;
  private final Dice dice;
  private final Formulas formulas;

  Storage(Context c, Formulas formulas) {
    this.c = c;
    this.dice = c.dice;
    this.formulas = formulas;
  }

  /** An element is written. */
  Tree write() {
    List<Variable> arrays = c.scope.where(v -> v.type().startsWith("double["));
    List<Variable> singles = c.scope.of("float[]");
    if (!singles.isEmpty() && dice.chance(0.25)) {
      String a = dice.pick(singles).name();
      return Tree.statement(
          a + "[",
          formulas.whole().index(a),
          "]" + dice.of(" = (float) ", " += "),
          formulas.bounded(formulas.real(1)).within(14),
          ";\n");
    }
    List<Variable> bags = c.scope.of("Bag");
    if (!bags.isEmpty() && dice.chance(0.25)) {
      return element(dice.pick(bags).name() + ".values()");
    }
    if (arrays.isEmpty()) {
      return reference();
    }
    if (dice.chance(0.08)) {
      return table();
    }
    List<Variable> inside = c.scope.of("Bag[]");
    if (!inside.isEmpty() && dice.chance(0.15)) {
      return element(dice.pick(inside).name() + "[" + c.row() + "].values()");
    }
    Variable v = dice.pick(arrays);
    String a = v.type().equals("double[]") ? v.name() : v.name() + "[" + c.row() + "]";
    return dice.chance(0.12) ? walking(a) : element(a);
  }

  /** An array of indices, new or changed. */
  private Tree table() {
    List<Variable> old = c.scope.of("int[]");
    if (!old.isEmpty() && dice.chance(0.6)) {
      String k = dice.pick(old).name();
      String at = dice.of("0", "1", k + "[0] & 1");
      return Tree.statement(k + "[" + at + "] = ", formulas.whole().number(1).within(8), " & 1;\n");
    }
    Variable v = c.scope.undeclared("int[]");
    Tree first = formulas.whole().number(1);
    c.scope.add(v);
    return Tree.statement("int[] " + v.name() + " = {", first, " & 1, ", dice.of("0", "1"), "};\n");
  }

  private Tree element(String a) {
    Tree i = formulas.whole().index(a);
    Tree j = formulas.whole().index(a);
    return switch (dice.below(7)) {
      case 0 ->
          Tree.statement(
              a + "[",
              i,
              "] = ",
              formulas.bounded(Tree.fixed(a + "[", i, "] * " + a + "[", j, "]")),
              ";\n");
      case 1, 2 ->
          Tree.statement(a + "[", i, "]" + dice.of(" += ", " -= "), formulas.assigned(2), ";\n");
      case 3 -> Tree.statement(a + "[", i, "] *= ", formulas.bounded(formulas.real(1)), ";\n");
      case 4 ->
          Tree.statement(
              a + "[",
              i,
              "] = " + a + "[",
              j,
              "]" + dice.of(" = ", " += "),
              formulas.assigned(1),
              ";\n");
      default -> Tree.statement(a + "[", i, "] = ", formulas.assigned(3), ";\n");
    };
  }

  /** An index that moves while it is used. */
  private Tree walking(String a) {
    Variable q = c.scope.declare("int");
    String n = q.name();
    return Tree.statement(
        "int " + n + " = 0;\n" + a + "[" + n + "++] = ",
        formulas.reads().real().within(12),
        " * " + a + "[" + n + "];\n" + a + "[" + n + "--] += 0.5 * " + a + "[" + n + "];\n");
  }

  /** A reference is declared or assigned, mostly as an alias. */
  Tree reference() {
    String type =
        dice.of(
            "double[]", "double[]", "double[]", "double[][]", c.floats ? "float[]" : "double[]");
    List<Variable> old = c.scope.where(v -> v.type().equals(type) && v.writable());
    if (old.size() > 1 && dice.chance(0.3)) {
      return swap(type, old);
    }
    List<Variable> grids = c.scope.of("double[][]");
    if (!grids.isEmpty() && type.equals("double[]") && dice.chance(0.3)) {
      String grid = dice.pick(grids).name();
      return Tree.statement(grid + "[" + c.row() + "] = ", formulas.reads().reference(type), ";\n");
    }
    if (!old.isEmpty() && dice.chance(0.4)) {
      return Tree.statement(dice.pick(old).name() + " = ", formulas.reads().reference(type), ";\n");
    }
    return declared(type);
  }

  private Tree declared(String type) {
    Variable v = c.scope.undeclared(type);
    Tree init = initial(type);
    c.scope.add(v);
    return Tree.statement(type + " " + v.name() + " = ", init, ";\n");
  }

  private Tree initial(String type) {
    if (type.equals("double[][]") && dice.chance(0.4)) {
      return Tree.expression(
          type,
          Tree.ATOM,
          "{",
          formulas.reads().reference("double[]"),
          ", {",
          formulas.assigned(1),
          ", ",
          formulas.assigned(1),
          "}}");
    }
    return dice.chance(0.6)
        ? formulas.reads().reference(type)
        : type.endsWith("[][]")
            ? formulas.reads().reference(type)
            : formulas.reads().fresh(type.substring(0, type.length() - 2));
  }

  private Tree swap(String type, List<Variable> old) {
    String a = dice.pick(old).name();
    String b = dice.pick(old).name();
    String spare = c.scope.declare(type).name();
    return Tree.statement(
        type + " " + spare + " = " + a + ";\n" + a + " = " + b + ";\n" + b + " = " + spare + ";\n");
  }

  /** A call of the library. */
  Tree library() {
    List<Variable> arrays = c.scope.of("double[]");
    if (arrays.isEmpty()) {
      return reference();
    }
    List<Variable> grids = c.scope.of("double[][]");
    String row = grids.isEmpty() ? "" : dice.pick(grids).name() + "[" + c.row() + "]";
    String a = dice.pick(arrays).name();
    String b = row.isEmpty() || dice.chance(0.7) ? dice.pick(arrays).name() : row;
    return switch (dice.below(5)) {
      case 0 -> Tree.statement("System.arraycopy(" + a + ", 0, " + b + ", 0, 2);\n");
      case 1 ->
          Tree.statement("System.arraycopy(" + a + ", 0, " + a + ", 1, " + a + ".length - 1);\n");
      case 2 ->
          Tree.statement(
              "System.arraycopy(" + a + ", 1, " + b + ", ",
              formulas.whole().number(0),
              " & 1, 1);\n");
      case 3 -> Tree.statement("Arrays.fill(" + b + ", ", formulas.assigned(2), ");\n");
      default ->
          Tree.statement(
              "Arrays.fill(" + a + ", 1, " + a + ".length, ", formulas.assigned(2), ");\n");
    };
  }
}
