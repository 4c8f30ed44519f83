package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Scope.Variable;
import java.util.List;

/** Makes loops; each ends after a few iterations. */
final class Loops {
  private static final int DEEPEST = 3;

  /** The share of loops with checkpoints; {@code -Dcotangent.random.marked=1} marks them all. */
  private static final double MARKED =
      Double.parseDouble(System.getProperty("cotangent.random.marked", "0.2"));

  private static final double SWEEPS = 0.15;

  /** The share of {@link Nests}; {@code -Dcotangent.random.nests=1} makes nothing else. */
  private static final double NESTS =
      Double.parseDouble(System.getProperty("cotangent.random.nests", "0.1"));

  /** The share of {@link Renewals}, as with {@code cotangent.random.nests}. */
  private static final double RENEWALS =
      Double.parseDouble(System.getProperty("cotangent.random.renewals", "0.1"));

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
    List<Variable> arrays = c.scope.of("double[]");
    List<Variable> sums = c.scope.where(v -> v.type().equals("double") && v.writable());
    if (label.isEmpty() && !arrays.isEmpty() && !sums.isEmpty() && dice.aside(SWEEPS)) {
      return sweep(arrays, dice.pick(sums).name());
    }
    if (label.isEmpty() && !sums.isEmpty() && dice.aside(RENEWALS)) {
      return new Renewals(c).loop(dice.pick(sums).name());
    }
    if (label.isEmpty() && !sums.isEmpty() && dice.aside(NESTS)) {
      return new Nests(c).nest(dice.pick(sums).name());
    }
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

  /**
   * Stores into one array and reads an element of another that stays the same, if they are two, and
   * if the index is one.
   */
  private Tree sweep(List<Variable> arrays, String sum) {
    String a = dice.pick(arrays).name();
    String other = dice.pick(arrays).name();
    String out = c.scope.declare("double[]").name();
    String i = c.scope.declare("int", false, out).name();
    String k = c.scope.declare("int", false, "").name();
    String still = dice.of(a, a, other, out) + "[" + k + "]";
    String start = dice.of("0", "1", k, k + " + 1");
    String also = dice.of("", "", "", out + "[0] *= 0.5;\n", sum + " -= 0.25;\n");
    String step =
        dice.of(
                "%s[%s] += 0.25 * %s[%s & 1] * %s;\n",
                "%s[%s] = 0.5 * %s[%s & 1] + Math.sin(%s);\n")
            .formatted(out, i, other, i, still);
    boolean first = dice.chance(0.7);
    return Tree.statement(
        "{\ndouble[] " + out + " = " + a + ".clone();\n",
        head(k, "0", dice.of(out + ".length", out + ".length", "2", "4")),
        head(i, start, out + ".length") + (first ? step + also : also + step) + "}\n}\n",
        sum + " += 0.5 * " + out + "[1];\n}\n");
  }

  /** The head of a loop that counts from {@code low} up to, but not with, {@code high}. */
  static String head(String counter, String low, String high) {
    return head(counter, low, counter + " < " + high, counter + "++");
  }

  /** The head of a loop over a counter of its own. */
  static String head(String counter, String start, String test, String update) {
    return "for (int %s = %s; %s; %s) {\n".formatted(counter, start, test, update);
  }

  private Tree body() {
    return statements.block(4);
  }

  /** The head of a loop's body: some loops are not recorded, but run again. */
  private String mark() {
    if (!dice.aside(MARKED)) {
      return "";
    }
    String snapshots = dice.aside(0.4) ? "" : dice.aside(0.5) ? "1" : "2";
    return "io.github.cotangent.Gradients.checkpoint(" + snapshots + ");\n";
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
            + head(i, start, i + " < " + bound, dice.of(i + "++", "++" + i, i + " += 1"))
            + mark(),
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
        "; " + i + dice.of("++", " += 2", "++") + ") {\n" + mark(),
        body(),
        "}\n");
  }

  private Tree downward(String label) {
    String i = c.scope.declare("int", false, "").name();
    return Tree.statement(
        label
            + head(i, dice.of("3", "2"), i + dice.of(" >= 0", " > 0"), dice.of(i + "--", "--" + i))
            + mark(),
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
            + "--) {\n"
            + mark(),
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
            + "++) {\n"
            + mark()
            + "if ("
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
        label + "for (" + shown + " " + v + " : " + a.name() + ") {\n" + mark(), body(), "}\n");
  }

  private Tree whileLoop(String label) {
    String k = c.scope.declare("int", false, "").name();
    String most = dice.of("2", "3", "4");
    if (dice.chance(0.4)) {
      Tree body = body();
      outlives = k;
      return Tree.statement(
          "int " + k + " = 0;\n" + label + "while (" + k + "++ < " + most + ") {\n" + mark(),
          body,
          "}\n");
    }
    Tree test = formulas.whole().truth(1).within(5);
    Tree body = body();
    outlives = k;
    return Tree.statement(
        "int " + k + " = 0;\n" + label + "while (" + k + " < " + most + " && ",
        test,
        ") {\n" + mark() + k + "++;\n",
        body,
        "}\n");
  }

  private Tree doWhile(String label) {
    String k = c.scope.declare("int", false, "").name();
    Tree body = body();
    Tree test = formulas.whole().truth(1).within(5);
    outlives = k;
    return Tree.statement(
        "int " + k + " = 0;\n" + label + "do {\n" + mark() + k + "++;\n",
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
            + "++) {\n"
            + mark()
            + "if (",
        test,
        ") {\n" + i + dice.of("++", " += 2") + ";\n}\n",
        body(),
        "}\n");
  }

  private Tree realCounter(String label) {
    String s = c.scope.declare("double", false, "").name();
    return Tree.statement(
        label + "for (double " + s + " = 0.1; " + s + " < 1.5; " + s + " += 0.4) {\n" + mark(),
        body(),
        "}\n");
  }
}
