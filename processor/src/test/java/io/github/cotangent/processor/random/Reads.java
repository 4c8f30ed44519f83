package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Context.Helper;
import io.github.cotangent.processor.random.Scope.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Reads of variables, elements and components, and calls. */
final class Reads {
  private final Context c;
  private final Dice dice;
  private final Formulas formulas;

  Reads(Context c, Formulas formulas) {
    this.c = c;
    this.dice = c.dice;
    this.formulas = formulas;
  }

  /** A double without operators. */
  Tree real() {
    List<Variable> reals = c.scope.of("double");
    return switch (dice.below(10)) {
      case 0, 1, 2 -> element("double");
      case 3 -> component();
      case 4 -> literal();
      default -> reals.isEmpty() ? element("double") : Tree.atom("double", dice.pick(reals).name());
    };
  }

  private Tree literal() {
    return Tree.atom(
        "double",
        dice.of("HALF", "0.5", "1.5", "2.0", ".75", "1e-1", "3d", "0x1p-1", "1.25", "0.3"));
  }

  /** An element of an array of this type, of rank one or two. */
  Tree element(String type) {
    List<Variable> arrays =
        c.scope.where(v -> v.type().equals(type + "[]") || v.type().equals(type + "[][]"));
    if (arrays.isEmpty()) {
      return type.equals("float") ? Tree.atom("float", "0.75f") : literal();
    }
    Variable v = dice.pick(arrays);
    Tree index = formulas.whole().index(v.name());
    if (v.type().endsWith("[][]")) {
      String row = c.row();
      return Tree.expression(
          type,
          Tree.ATOM,
          v.name() + "[" + row + "][",
          formulas.whole().index(v.name() + "[" + row + "]"),
          "]");
    }
    return Tree.expression(type, Tree.ATOM, v.name() + "[", index, "]");
  }

  private Tree component() {
    List<Variable> holders =
        c.scope.where(v -> List.of("Point", "Node", "Bag", "Point[]", "Bag[]").contains(v.type()));
    if (holders.isEmpty()) {
      return element("double");
    }
    Variable v = dice.pick(holders);
    String text =
        switch (v.type()) {
          case "Point" ->
              v.name() + dice.of(".x()", ".value()", ".sum()", ".dot(" + v.name() + ")");
          case "Node" -> v.name() + dice.of(".weight()", ".at().x()", ".at().value()");
          case "Bag" -> v.name() + dice.of(".values()[1]", ".center().x()", ".values()[0]");
          case "Bag[]" -> v.name() + "[" + c.row() + "]" + dice.of(".values()[0]", ".center().x()");
          default -> v.name() + "[" + c.row() + "]" + dice.of(".x()", ".value()");
        };
    return Tree.atom("double", text);
  }

  /** A Point: a variable, a component, an element, or a new one. */
  Tree point(int depth) {
    List<Variable> points = c.scope.of("Point");
    List<Variable> nodes = c.scope.of("Node");
    List<Variable> arrays = c.scope.of("Point[]");
    if (!points.isEmpty() && dice.chance(0.3)) {
      return Tree.atom("Point", dice.pick(points).name());
    }
    if (!nodes.isEmpty() && dice.chance(0.3)) {
      return Tree.atom("Point", dice.pick(nodes).name() + ".at()");
    }
    if (!arrays.isEmpty() && dice.chance(0.3)) {
      String name = dice.pick(arrays).name();
      return Tree.expression("Point", Tree.ATOM, name + "[", formulas.whole().index(name), "]");
    }
    return Tree.expression(
        "Point",
        Tree.ATOM,
        "new Point(",
        formulas.assigned(depth),
        ", ",
        formulas.assigned(depth),
        ")");
  }

  Tree node(int depth) {
    return Tree.expression(
        "Node",
        Tree.ATOM,
        "new Node(",
        point(depth),
        ", ",
        formulas.assigned(depth),
        ", ",
        formulas.whole().number(0),
        ")");
  }

  /** A Bag: an element of an array, or a new one. */
  Tree bag(int depth) {
    List<Variable> arrays = c.scope.of("Bag[]");
    if (!arrays.isEmpty() && dice.chance(0.3)) {
      return Tree.atom("Bag", dice.pick(arrays).name() + "[" + c.row() + "]");
    }
    return Tree.expression("Bag", Tree.ATOM, "new Bag(", array("double"), ", ", point(depth), ")");
  }

  /** An array of records that hold arrays. */
  Tree bags(int depth) {
    List<Variable> all = c.scope.of("Bag[]");
    return !all.isEmpty() && dice.chance(0.7)
        ? Tree.atom("Bag[]", dice.pick(all).name())
        : Tree.expression(
            "Bag[]", Tree.ATOM, "new Bag[] {", bag(depth - 1), ", ", bag(depth - 1), "}");
  }

  /** An array of indices. */
  Tree table() {
    List<Variable> all = c.scope.of("int[]");
    return all.isEmpty()
        ? Tree.atom("int[]", "new int[] {" + dice.of("0, 1", "1, 0") + "}")
        : Tree.atom("int[]", dice.pick(all).name());
  }

  /** A reference to an array of this type: an alias where there is one. */
  Tree reference(String type) {
    return type.endsWith("[][]") ? matrix(type) : array(type.substring(0, type.length() - 2));
  }

  private Tree matrix(String type) {
    List<Variable> all = c.scope.of(type);
    if (!all.isEmpty() && dice.chance(0.7)) {
      return Tree.atom(type, dice.pick(all).name());
    }
    String leaf = type.substring(0, type.length() - 4);
    return Tree.atom(type, "new " + leaf + "[2][" + dice.of("2", "3") + "]");
  }

  private Tree array(String leaf) {
    String type = leaf + "[]";
    List<Variable> same = c.scope.of(type);
    List<Variable> rows = c.scope.of(type + "[]");
    if (!rows.isEmpty() && dice.chance(0.4)) {
      return Tree.atom(type, dice.pick(rows).name() + "[" + c.row() + "]");
    }
    List<Variable> bags = c.scope.of("Bag");
    if (leaf.equals("double") && !bags.isEmpty() && dice.chance(0.3)) {
      return Tree.atom(type, dice.pick(bags).name() + ".values()");
    }
    if (same.size() > 1 && dice.chance(0.12)) {
      Tree test = formulas.whole().truth(1).within(3);
      return Tree.expression(
          type,
          2,
          test,
          " ? ",
          Tree.atom(type, dice.pick(same).name()),
          " : ",
          Tree.atom(type, dice.pick(same).name()));
    }
    return same.isEmpty() || dice.chance(0.1)
        ? fresh(leaf)
        : Tree.atom(type, dice.pick(same).name());
  }

  /** A new array. */
  Tree fresh(String leaf) {
    String type = leaf + "[]";
    List<Variable> same = c.scope.of(type);
    if (!same.isEmpty() && dice.chance(0.5)) {
      String a = dice.pick(same).name();
      if (leaf.equals("Point")) {
        return Tree.atom(type, dice.of(a + ".clone()", "Arrays.copyOf(" + a + ", 2)"));
      }
      return Tree.atom(
          type,
          dice.of(
              a + ".clone()",
              "Arrays.copyOf(" + a + ", " + a + ".length)",
              "Arrays.copyOf(" + a + ", " + a + ".length + 1)",
              "Arrays.copyOfRange(" + a + ", 0, 2)",
              "Arrays.copyOfRange(" + a + ", 1, 4)"));
    }
    if (!leaf.equals("Point") && dice.chance(0.4)) {
      return Tree.atom(type, "new " + leaf + "[" + dice.of("2", "3", "4") + "]");
    }
    return Tree.expression(
        type,
        Tree.ATOM,
        "new " + leaf + "[] {",
        formulas.of(leaf, 1),
        ", ",
        formulas.of(leaf, 1),
        "}");
  }

  /** A call of a helper with this result, or something else where none may be called. */
  Tree call(String result, int depth, Supplier<Tree> otherwise) {
    List<Helper> fit = c.helpers.stream().filter(h -> h.result().equals(result)).toList();
    if (fit.isEmpty() || c.calls <= 0) {
      return otherwise.get();
    }
    c.calls--;
    Helper h = dice.pick(fit);
    List<Object> parts = new ArrayList<>();
    parts.add(h.name() + "(");
    for (int i = 0; i < h.parameters().size(); i++) {
      parts.add(i == 0 ? "" : ", ");
      parts.add(
          h.recursive() && i == 0
              ? Tree.atom("int", dice.of("2", "3", "1"))
              : formulas.of(h.parameters().get(i), depth - 1));
    }
    parts.add(")");
    return Tree.expression(result, Tree.ATOM, parts.toArray());
  }
}
