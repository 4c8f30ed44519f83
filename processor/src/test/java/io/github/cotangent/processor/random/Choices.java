package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Scope.Variable;
import java.util.ArrayList;
import java.util.List;

/** Makes branches, switches, jumps and blocks. */
final class Choices {
  private final Context c;
  private final Dice dice;
  private final Statements statements;
  private final Formulas formulas;

  Choices(Context c, Statements statements, Formulas formulas) {
    this.c = c;
    this.dice = c.dice;
    this.statements = statements;
    this.formulas = formulas;
  }

  Tree branch() {
    Tree test = formulas.whole().truth(2);
    Tree then = statements.block(3);
    if (dice.chance(0.5)) {
      return Tree.statement("if (", test, ") {\n", then, "}\n");
    }
    if (dice.chance(0.3)) {
      Tree second = formulas.whole().truth(1);
      return Tree.statement(
          "if (",
          test,
          ") {\n",
          then,
          "} else if (",
          second,
          ") {\n",
          statements.block(2),
          "} else {\n",
          statements.block(2),
          "}\n");
    }
    return Tree.statement("if (", test, ") {\n", then, "} else {\n", statements.block(3), "}\n");
  }

  Tree block() {
    if (dice.chance(0.4) && !c.inArm) {
      String label = c.freshLabel();
      return Tree.statement(
          label + ":\n{\n",
          Tree.fixed("{\n", statements.block(2), "}\n"),
          Tree.statement("if (", formulas.whole().truth(1), ") {\nbreak " + label + ";\n}\n"),
          statements.block(2),
          "}\n");
    }
    return Tree.statement("{\n", statements.block(3), "}\n");
  }

  /** A jump under a condition: what follows stays reachable. */
  Tree jump() {
    Tree test = formulas.whole().truth(2);
    String label = c.loops.isEmpty() ? "" : dice.pick(List.copyOf(c.loops));
    if (c.loops.isEmpty() || dice.chance(0.25)) {
      return c.inArm ? block() : Tree.statement("if (", test, ") {\n", returning(), "}\n");
    }
    String jump = dice.of("break", "continue");
    if (!label.isEmpty() && dice.chance(0.7)) {
      return Tree.statement("if (", test, ") {\n" + jump + " " + label + ";\n}\n");
    }
    boolean before = dice.chance(0.4);
    return Tree.statement(
        "if (", test, ") {\n", before ? statements.block(1) : Tree.fixed(""), jump + ";\n}\n");
  }

  /** A return statement. */
  Tree returning() {
    return switch (c.result) {
      case "void" -> Tree.fixed("return;\n");
      case "double" -> Tree.fixed("return ", formulas.real(2), ";\n");
      case "float" -> Tree.fixed("return ", formulas.single(2), ";\n");
      default -> Tree.fixed("return ", formulas.of(c.result, 2), ";\n");
    };
  }

  /** A switch statement. */
  Tree choose() {
    return switch (dice.below(3)) {
      case 0 -> oldStyle();
      case 1 -> arrows();
      default -> texts();
    };
  }

  private Tree arrows() {
    List<Object> parts = new ArrayList<>();
    parts.add("switch (");
    parts.add(formulas.whole().selector());
    parts.add(") {\n");
    for (int i = 0; i < 2; i++) {
      parts.add("case " + i + (dice.chance(0.3) ? ", " + (i + 2) : "") + " -> {\n");
      parts.add(statements.block(2));
      parts.add("}\n");
    }
    if (dice.chance(0.7)) {
      parts.add("default -> {\n");
      parts.add(statements.block(2));
      parts.add("}\n");
    }
    parts.add("}\n");
    return Tree.statement(parts.toArray());
  }

  private Tree oldStyle() {
    List<Object> parts = new ArrayList<>();
    int mark = c.scope.mark();
    parts.add("switch (");
    parts.add(formulas.whole().selector());
    parts.add(") {\n");
    int defaultAt = dice.below(4);
    for (int i = 0; i < 3; i++) {
      if (i == defaultAt) {
        parts.add("default:\n");
      }
      parts.add("case " + i + ":\n");
      parts.add(Tree.fixed("{\n", statements.block(2), "}\n"));
      if (dice.chance(0.5)) {
        parts.add("break;\n");
      } else if (dice.chance(0.3)) {
        parts.add(Tree.statement("if (", formulas.whole().truth(1), ") {\nbreak;\n}\n"));
      }
    }
    parts.add("}\n");
    c.scope.release(mark);
    return Tree.statement(parts.toArray());
  }

  private Tree texts() {
    Tree k = formulas.whole().number(1);
    List<Variable> modes = c.scope.of("Mode");
    String first = modes.isEmpty() ? "\"k1\"" : "FAST";
    String second = modes.isEmpty() ? "\"k2\", \"k0\"" : "SLOW";
    Tree on =
        modes.isEmpty() ? Tree.fixed("\"k\" + (", k, ")") : Tree.fixed(dice.pick(modes).name());
    return Tree.statement(
        "switch (",
        on,
        ") {\ncase " + first + " -> {\n",
        statements.block(2),
        "}\ncase " + second + " -> {\n",
        statements.block(2),
        "}\ndefault -> {\n",
        statements.block(1),
        "}\n}\n");
  }
}
