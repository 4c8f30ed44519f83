package io.github.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes loops that replace the array of a variable by new ones, round by round, while other names
 * lead to the one before or to the one behind, or outlive both.
 */
final class Renewals {
  private final Context c;
  private final Dice dice;
  private String v;
  private String sum;
  private String round;

  Renewals(Context c) {
    this.c = c;
    this.dice = c.dice;
  }

  /** A loop whose result is added to a variable. */
  Tree loop(String result) {
    sum = result;
    v = name("v");
    round = name("k");
    List<String> outside = new ArrayList<>(List.of(v));
    StringBuilder text = new StringBuilder();
    text.append("double[] ").append(v).append(" = ").append(made(List.of(v), false));
    if (dice.chance(0.08)) {
      text.append(alias(outside, v));
    }
    String count = dice.of("3", "3", "2", "0");
    text.append(Loops.head(round, "0", count));
    text.append(body(new ArrayList<>(outside), 2 + dice.below(4), true)).append("}\n");
    text.append(read(outside)).append(dice.chance(0.2) ? renewal(outside) + read(outside) : "");
    return Tree.statement(text.toString());
  }

  /** A name that no other statement knows: in no block, so that it lives as long as it can. */
  private String name(String base) {
    return base + c.freshLabel();
  }

  /** Statements in which these names lead to arrays, and those that they declare themselves. */
  private String body(List<String> names, int count, boolean mayNest) {
    StringBuilder text = new StringBuilder();
    for (int n = 0; n < count; n++) {
      text.append(
          switch (dice.below(mayNest ? 10 : 7)) {
            case 0, 1 -> next(names);
            case 2 -> renewal(names);
            case 3 -> alias(names, dice.chance(0.95) ? v : dice.pick(names));
            case 4 -> write(names);
            case 5, 6 -> read(names);
            case 7 -> jump(names);
            default -> branch(names);
          });
    }
    return text.toString();
  }

  /** A new array under a name of its own, which mostly becomes the variable's. */
  private String next(List<String> names) {
    String next = name("v");
    String q = name("k");
    String text =
        dice.chance(0.6)
            ? "double[] %s = new double[3];\n%s%s[%s] = %s}\n"
                .formatted(
                    next,
                    Loops.head(q, "0", "3"),
                    next,
                    q,
                    value(dice.pick(names) + "[" + q + "]", element(names)))
            : "double[] " + next + " = " + made(names, true);
    names.add(next);
    StringBuilder out = new StringBuilder(text);
    if (dice.chance(0.4)) {
      out.append(dice.chance(0.6) ? jump(names) : write(names));
    }
    if (dice.chance(0.85)) {
      out.append(v).append(" = ").append(next).append(";\n");
    }
    return out.toString();
  }

  private String renewal(List<String> names) {
    return v + " = " + (dice.chance(0.95) ? made(names, true) : dice.pick(names) + ";\n");
  }

  private String alias(List<String> names, String of) {
    String other = name("v");
    names.add(other);
    return "double[] " + other + " = " + of + ";\n";
  }

  /** A new array's expression; from an argument where the variable is declared. */
  private String made(List<String> names, boolean isThere) {
    String x = dice.pick(c.scope.of("double")).name();
    String listed =
        isThere
            ? "{" + element(names) + " * 0.5, Math.cos(" + element(names) + "), 0.3 * " + x + "};\n"
            : "{0.4, Math.sin(" + x + "), -0.2};\n";
    return isThere && dice.chance(0.4)
        ? dice.pick(names) + ".clone();\n"
        : isThere ? "new double[] " + listed : listed;
  }

  private String write(List<String> names) {
    return element(names) + " = " + value(element(names), element(names));
  }

  private String value(String a, String b) {
    return dice.of(
            "0.8 * Math.sin(" + a + " + " + b + ")",
            "0.5 * " + a + " * " + b,
            "Math.cos(" + a + " * " + b + ")")
        + ";\n";
  }

  private String element(List<String> names) {
    return dice.pick(names) + "[" + dice.below(3) + "]";
  }

  private String read(List<String> names) {
    return sum + " += 0.3 * " + element(names) + " * " + element(names) + ";\n";
  }

  private String jump(List<String> names) {
    return "if (%s == %d) {\n%s%s;\n}\n"
        .formatted(
            round,
            dice.below(3),
            dice.chance(0.4) ? read(names) : "",
            dice.of("break", "continue"));
  }

  private String branch(List<String> names) {
    String then = body(new ArrayList<>(names), 1 + dice.below(3), false);
    String otherwise =
        dice.chance(0.3) ? "} else {\n" + body(new ArrayList<>(names), 1, false) : "";
    return "if (" + round + dice.of(" == 1", " != 1", " > 0") + ") {\n" + then + otherwise + "}\n";
  }
}
