package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Scope.Variable;
import java.util.List;

/** Makes loops; each ends after a few iterations. */
final class Loops {
  private static final int DEEPEST = 3;

  private final Context c;
  private final Dice dice;
  private final Statements statements;
  private final Formulas formulas;

  /** The counter of a while loop, which is declared before it. */
  private String outlives;

  Loops(Context c, Statements statements, Formulas formulas) {
    this.c = c;
    this.dice = c.dice;
    this.statements = statements;
    this.formulas = formulas;
  }

  /** A loop of some form. */
  Tree loop() {
    if (c.loops.size() >= DEEPEST || c.inArm) {
      return statements.statement();
    }
    String label = dice.chance(0.3) ? c.freshLabel() : "";
    c.loops.push(label);
    int mark = c.scope.mark();
    outlives = null;
    Tree loop = form(label.isEmpty() ? "" : label + ":\n");
    c.scope.release(mark);
    if (outlives != null) {
      c.scope.add(new Variable(outlives, "int", true, ""));
      outlives = null;
    }
    c.loops.pop();
    return loop;
  }

  private Tree form(String label) {
    return switch (dice.below(16)) {
      case 0, 1, 2 -> overArray(label);
      case 3, 4, 5 -> counted(label);
      case 6 -> downward(label);
      case 7 -> twoCounters(label);
      case 8 -> endless(label);
      case 9, 10 -> enhanced(label);
      case 11, 12 -> whileLoop(label);
      case 13 -> doWhile(label);
      case 14 -> movedCounter(label);
      default -> realCounter(label);
    };
  }

  private Tree body() {
    return statements.block(4);
  }

  private Tree overArray(String label) {
    List<Variable> arrays = c.scope.where(v -> v.type().matches("(double|float|int|Point)\\[\\]"));
    if (arrays.isEmpty()) {
      return counted(label);
    }
    Variable array = dice.pick(arrays);
    String a = array.name();
    String i = c.scope.declare("int", false, a).name();
    String start = dice.of("0", "0", "0", "1");
    boolean moves = dice.chance(0.2);
    c.scope.setWritable(a, moves && array.writable());
    Tree body = body();
    c.scope.setWritable(a, array.writable());
    String bound = moves ? "Math.min(" + a + ".length, 4)" : a + ".length";
    return Tree.statement(
        label
            + "for (int "
            + i
            + " = "
            + start
            + "; "
            + i
            + " < "
            + bound
            + "; "
            + dice.of(i + "++", "++" + i, i + " += 1")
            + ") {\n",
        body,
        "}\n");
  }

  private Tree counted(String label) {
    Tree bound =
        dice.chance(0.5)
            ? Tree.atom("int", dice.of("3", "2", "4", "0"))
            : Tree.expression("int", 7, "(", formulas.whole().number(1).within(8), " & 3)");
    String i = c.scope.declare("int", false, "").name();
    return Tree.statement(
        label + "for (int " + i + " = 0; " + i + dice.of(" < ", " <= "),
        bound,
        "; " + i + dice.of("++", " += 2", "++") + ") {\n",
        body(),
        "}\n");
  }

  private Tree downward(String label) {
    String i = c.scope.declare("int", false, "").name();
    return Tree.statement(
        label
            + "for (int "
            + i
            + " = "
            + dice.of("3", "2")
            + "; "
            + i
            + dice.of(" >= 0", " > 0")
            + "; "
            + dice.of(i + "--", "--" + i)
            + ") {\n",
        body(),
        "}\n");
  }

  private Tree twoCounters(String label) {
    String i = c.scope.declare("int", false, "").name();
    String j = c.scope.declare("int", false, "").name();
    return Tree.statement(
        label
            + "for (int "
            + i
            + " = 0, "
            + j
            + " = "
            + dice.of("3", "4")
            + "; "
            + i
            + " < "
            + j
            + "; "
            + i
            + "++, "
            + j
            + "--) {\n",
        body(),
        "}\n");
  }

  private Tree endless(String label) {
    String k = c.scope.declare("int", false, "").name();
    Tree stop = formulas.whole().truth(1).within(4);
    return Tree.statement(
        label
            + "for (int "
            + k
            + " = 0; ; "
            + k
            + "++) {\nif ("
            + k
            + " >= "
            + dice.of("2", "3")
            + " || ",
        stop,
        ") {\nbreak;\n}\n",
        body(),
        "}\n");
  }

  private Tree enhanced(String label) {
    List<Variable> arrays =
        c.scope.where(v -> v.type().matches("(double|float|Point)\\[\\]|double\\[\\]\\[\\]"));
    if (arrays.isEmpty()) {
      return counted(label);
    }
    Variable a = dice.pick(arrays);
    String type = a.type().substring(0, a.type().length() - 2);
    String v = c.scope.declare(type).name();
    String shown = dice.chance(0.2) ? "var" : type;
    return Tree.statement(
        label + "for (" + shown + " " + v + " : " + a.name() + ") {\n", body(), "}\n");
  }

  private Tree whileLoop(String label) {
    String k = c.scope.declare("int", false, "").name();
    String most = dice.of("2", "3", "4");
    if (dice.chance(0.4)) {
      Tree body = body();
      outlives = k;
      return Tree.statement(
          "int " + k + " = 0;\n" + label + "while (" + k + "++ < " + most + ") {\n", body, "}\n");
    }
    Tree test = formulas.whole().truth(1).within(5);
    Tree body = body();
    outlives = k;
    return Tree.statement(
        "int " + k + " = 0;\n" + label + "while (" + k + " < " + most + " && ",
        test,
        ") {\n" + k + "++;\n",
        body,
        "}\n");
  }

  private Tree doWhile(String label) {
    String k = c.scope.declare("int", false, "").name();
    Tree body = body();
    Tree test = formulas.whole().truth(1).within(5);
    outlives = k;
    return Tree.statement(
        "int " + k + " = 0;\n" + label + "do {\n" + k + "++;\n",
        body,
        "} while (" + k + " < " + dice.of("2", "3") + " && ",
        test,
        ");\n");
  }

  /** The body moves the counter too, always onward. */
  private Tree movedCounter(String label) {
    String i = c.scope.declare("int", false, "").name();
    Tree test = formulas.whole().truth(1);
    return Tree.statement(
        label
            + "for (int "
            + i
            + " = 0; "
            + i
            + " < "
            + dice.of("4", "5")
            + "; "
            + i
            + "++) {\nif (",
        test,
        ") {\n" + i + dice.of("++", " += 2") + ";\n}\n",
        body(),
        "}\n");
  }

  private Tree realCounter(String label) {
    String s = c.scope.declare("double", false, "").name();
    return Tree.statement(
        label + "for (double " + s + " = 0.1; " + s + " < 1.5; " + s + " += 0.4) {\n",
        body(),
        "}\n");
  }
}
