package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Scope.Variable;
import java.util.ArrayList;
import java.util.List;

/** Makes expressions; their values stay small, so that no program runs away. */
final class Formulas {
  private static final List<String> BOUNDED =
      List.of("Math.sin", "Math.cos", "Math.tanh", "Math.atan", "Math.sin", "StrictMath.sin");

  private final Context c;
  private final Dice dice;
  private final Whole whole;
  private final Reads reads;

  Formulas(Context c) {
    this.c = c;
    this.dice = c.dice;
    this.reads = new Reads(c, this);
    this.whole = new Whole(c, this, reads);
  }

  Whole whole() {
    return whole;
  }

  Reads reads() {
    return reads;
  }

  /** A double. */
  Tree real(int depth) {
    if (depth <= 0 || dice.chance(0.15)) {
      return reads.real();
    }
    return switch (dice.below(20)) {
      case 0, 1, 2, 3 -> sum(depth);
      case 4, 5, 6, 7 -> product(depth);
      case 8 -> quotient(depth);
      case 9, 10, 11 -> function(depth);
      case 12 -> negated(depth);
      case 13 -> choice(depth);
      case 14 -> cast(depth);
      case 15 -> embedded(depth);
      case 16, 17 -> call(depth);
      case 18 -> dice.chance(0.5) ? chosen(depth) : rare(depth);
      default -> bounded(real(depth - 1));
    };
  }

  /** An expression of this type. */
  Tree of(String type, int depth) {
    return switch (type) {
      case "double" -> real(depth);
      case "float" -> single(depth);
      case "int" -> whole.number(depth);
      case "long" -> Tree.expression("long", 11, "7L + ", whole.number(depth).within(12));
      case "boolean" -> whole.truth(depth);
      case "Point" -> reads.point(depth);
      case "Node" -> reads.node(depth);
      case "Bag" -> reads.bag(depth);
      case "Bag[]" -> reads.bags(depth);
      case "int[]" -> reads.table();
      default -> reads.reference(type);
    };
  }

  /** The expression squeezed into a small range. */
  Tree bounded(Tree e) {
    return switch (dice.below(9)) {
      case 0 -> Tree.expression("double", 12, "0.5 * ", e.within(13));
      default -> Tree.expression("double", Tree.ATOM, dice.pick(BOUNDED) + "(", e, ")");
    };
  }

  /** What may be assigned in a loop: it does not grow with the iterations. */
  Tree assigned(int depth) {
    Tree e = real(depth);
    return c.loops.isEmpty() && dice.chance(0.8) || dice.chance(0.2) && e.size() < 4
        ? e
        : bounded(e);
  }

  private Tree sum(int depth) {
    String op = dice.chance(0.6) ? " + " : " - ";
    Tree right = dice.chance(0.1) ? whole.number(1) : real(depth - 1);
    return Tree.expression("double", 11, real(depth - 1).within(11), op, right.within(12));
  }

  private Tree product(int depth) {
    Tree left = c.floats && dice.chance(0.25) ? single(depth - 1) : real(depth - 1);
    return Tree.expression("double", 12, left.within(12), " * ", real(depth - 1).within(13));
  }

  private Tree quotient(int depth) {
    Tree top = real(depth - 1).within(12);
    if (dice.chance(0.4)) {
      return Tree.expression("double", 12, top, " / ", dice.of("2", "1.5", "(3.0f)"));
    }
    Tree v = reads.real().within(12);
    return Tree.expression("double", 12, top, " / (1.5 + ", v, " * ", v.within(13), ")");
  }

  private Tree function(int depth) {
    Tree e = real(depth - 1);
    Tree small = Tree.fixed("Math.sin(", e, ")");
    return switch (dice.below(17)) {
      case 0 -> atom("Math.exp(", small, ")");
      case 1 -> atom("Math.log(2.5 + ", small, ")");
      case 2 -> atom("Math.sqrt(1.5 + ", small, ")");
      case 3 -> atom("Math.pow(1.5 + ", small, ", ", reads.real(), ")");
      case 4 -> atom("Math.pow(", small, ", ", dice.of("2", "3", "2.0"), ")");
      case 5 -> atom("Math.atan2(", e, ", 2.0 + ", small, ")");
      case 6 -> atom("Math.hypot(", e, ", 1.5 + ", small, ")");
      case 7 -> atom("Math.abs(", e, ")");
      case 8 -> atom("Math.max(", e, ", ", reads.real(), ")");
      case 9 -> atom("Math.min(", e, ", ", reads.real(), ")");
      case 10 -> atom("Math.fma(", small, ", ", reads.real(), ", ", reads.real(), ")");
      case 11 -> atom("Math.cbrt(2.0 + ", small, ")");
      case 12 -> atom("Math.log1p(0.5 * ", small, ")");
      case 13 -> atom("Math.expm1(", small, ")");
      case 14 -> atom(dice.of("Math.sinh(", "Math.cosh("), small, ")");
      case 15 ->
          atom(dice.of("Math.asin(0.5 * ", "Math.acos(0.5 * ", "Math.tan(0.7 * "), small, ")");
      default -> atom(dice.pick(BOUNDED) + "(", e, ")");
    };
  }

  private static Tree atom(Object... parts) {
    return Tree.expression("double", Tree.ATOM, parts);
  }

  private Tree rare(int depth) {
    Tree e = real(depth - 1);
    return switch (dice.below(6)) {
      case 0 -> Tree.expression("double", 12, e.within(12), " % ", dice.of("1.7", "3"));
      case 1 -> atom("Math.signum(", e, ")");
      case 2 -> atom("Math.floor(", e, ")");
      case 3 -> atom("Math.toRadians(", e, ")");
      case 4 -> atom("Math.copySign(", e, ", ", reads.real(), ")");
      default -> atom("Math.rint(", e, ")");
    };
  }

  private Tree negated(int depth) {
    Tree e = real(depth - 1).within(14);
    return Tree.expression("double", 13, dice.chance(0.9) ? "-" : "+", e);
  }

  private Tree choice(int depth) {
    Tree test = whole.truth(depth - 1).within(3);
    Tree no = dice.chance(0.15) ? whole.number(0) : real(depth - 1);
    return Tree.expression(
        "double", 2, test, " ? ", real(depth - 1).within(3), " : ", no.within(2));
  }

  private Tree cast(int depth) {
    return switch (c.floats ? dice.below(4) : 2 + dice.below(2)) {
      case 0 -> Tree.expression("double", 13, "(double) ", single(depth - 1).within(13));
      case 1 -> Tree.expression("double", 13, "(float) ", real(depth - 1).within(14));
      case 2 -> Tree.expression("double", 13, "(double) ", whole.number(1).within(13));
      default -> Tree.expression("double", 12, "0.25 * ", whole.number(1).within(13));
    };
  }

  private Tree embedded(int depth) {
    List<Variable> targets = c.scope.where(v -> v.type().equals("double") && v.writable());
    if (targets.isEmpty() || dice.chance(0.4)) {
      return real(depth - 1);
    }
    String name = dice.pick(targets).name();
    return switch (dice.below(5)) {
      case 0 -> Tree.expression("double", Tree.ATOM, "(" + name + " += ", bounded(real(0)), ")");
      case 1 -> Tree.expression("double", 14, dice.of(name + "++", name + "--"));
      case 2 -> Tree.expression("double", 14, "(" + dice.of("++", "--") + name + ")");
      default ->
          Tree.expression("double", Tree.ATOM, "(" + name + " = ", bounded(real(depth - 1)), ")");
    };
  }

  /** A call of a helper that gives a double. */
  Tree call(int depth) {
    return reads.call("double", depth, () -> real(depth - 1));
  }

  private Tree chosen(int depth) {
    boolean was = c.inArm;
    c.inArm = true;
    if (dice.chance(0.3)) {
      Tree old = yielding(depth);
      c.inArm = was;
      return old;
    }
    List<Object> parts = new ArrayList<>();
    parts.add("switch (");
    parts.add(whole.selector());
    parts.add(") {\n");
    int arms = 1 + dice.below(2);
    for (int i = 0; i < arms; i++) {
      parts.add("case " + i + (dice.chance(0.3) ? ", " + (i + 3) : "") + " -> ");
      parts.add(arm(depth));
    }
    parts.add("default -> ");
    parts.add(arm(depth));
    parts.add("}");
    c.inArm = was;
    return Tree.expression("double", Tree.ATOM, parts.toArray());
  }

  /** A switch expression with colons, over numbers or texts. */
  private Tree yielding(int depth) {
    boolean texts = dice.chance(0.4);
    List<Object> parts = new ArrayList<>();
    parts.add("switch (");
    parts.add(texts ? Tree.fixed("\"k\" + (", whole.number(1), ")") : whole.selector());
    parts.add(") {\n");
    parts.add(texts ? "case \"k0\", \"k2\":\n" : "case 0, 2:\n");
    // To javac, yield (a ? b(c, d) : e) is the call of a method.
    parts.add(Tree.fixed("yield +(", real(depth - 1), ");\n"));
    parts.add("default:\n");
    parts.add(Tree.fixed("yield +(", real(depth - 1), ");\n}"));
    return Tree.expression("double", Tree.ATOM, parts.toArray());
  }

  private Tree arm(int depth) {
    if (dice.chance(0.5)) {
      return Tree.fixed(real(depth - 1), ";\n");
    }
    int mark = c.scope.mark();
    Variable v = c.scope.undeclared("double");
    Tree init = real(depth - 1);
    c.scope.add(v);
    Tree block = Tree.fixed("{\ndouble " + v.name() + " = ", init, ";\nyield ", real(1), ";\n}\n");
    c.scope.release(mark);
    return block;
  }

  /** A float. */
  Tree single(int depth) {
    List<Variable> floats = c.scope.of("float");
    if (depth <= 0 || dice.chance(0.3)) {
      return floats.isEmpty()
          ? Tree.atom("float", dice.of("0.5f", "1.25F", "2f"))
          : Tree.atom("float", dice.pick(floats).name());
    }
    Tree e = single(depth - 1);
    return switch (dice.below(5)) {
      case 0 -> Tree.expression("float", 12, e.within(12), " * ", single(depth - 1).within(13));
      case 1 -> Tree.expression("float", 11, e.within(11), " - ", single(depth - 1).within(12));
      case 2 -> Tree.expression("float", Tree.ATOM, "Math.max(", e, ", 0.1f)");
      case 3 -> reads.element("float");
      default -> Tree.expression("float", 13, "(float) ", bounded(real(depth - 1)).within(14));
    };
  }
}
