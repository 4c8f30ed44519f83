package io.github.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes nests of counted loops, rectangles and triangles, that go up or down and fill arrays of
 * their own by shifted indices: what is overwritten there may have been read before, or not.
 */
final class Nests {
  private static final List<String> LINE =
      List.of("%s", "%s", "%s - 1", "%s + 1", "11 - %s", "2 * %s", "2 * %s + 1", "6 - %s");
  private static final List<String> GRID = List.of("%s", "%s", "%s", "%s - 1", "%s + 1", "6 - %s");

  private final Context c;
  private final Dice dice;
  private String line;
  private String grid;
  private String row;

  Nests(Context c) {
    this.c = c;
    this.dice = c.dice;
  }

  /** A nest whose result is added to a variable. */
  Tree nest(String sum) {
    line = c.scope.declare("double[]", false, "").name();
    grid = c.scope.declare("double[][]", false, "").name();
    row = c.scope.declare("double[]", false, "").name();
    String q = c.scope.declare("int", false, "").name();
    String k = c.scope.declare("int", false, "").name();
    String i = c.scope.declare("int", false, "").name();
    String made =
        "double[] %s = new double[12];\ndouble[][] %s = %s;\n"
            .formatted(line, grid, dice.of("new double[7][7]", "new double[7][]"));
    String rows = made.endsWith("[];\n") ? grid + "[%s % 7] = new double[7];\n" : "";
    String filled =
        Loops.head(q, "0", "12")
            + rows.replace("%s", q)
            + line
            + "[%1$s] = 0.1 * %1$s - 0.5 + %2$s * 0.01;\n".formatted(q, sum)
            + grid
            + "[%1$s %% 7][(%1$s * 3) %% 7] = 0.3 - 0.05 * %1$s;\n}\n".formatted(q);
    boolean again = dice.chance(0.3);
    String around = c.scope.declare("int", false, "").name();
    String open = again ? Loops.head(around, "0", "2") : "";
    boolean inside = again && dice.chance(0.5);
    StringBuilder text = new StringBuilder(inside ? open + made + filled : made + filled + open);
    text.append(head(k, "1", "6"));
    text.append(dice.chance(0.4) ? step(List.of(k)) : "");
    text.append(head(i, dice.of("1", k, k + " + 1"), dice.of("6", "6", k, k + " + 1")));
    String j = c.scope.declare("int", false, "").name();
    boolean third = dice.chance(0.3);
    text.append(third ? head(j, dice.of("1", k, i), dice.of("6", k, i)) : "");
    List<String> counters = third ? List.of(k, i, j) : List.of(k, i);
    for (int n = 1 + dice.below(3); n > 0; n--) {
      text.append(step(counters));
    }
    text.append(third ? "}\n" : "").append(dice.chance(0.3) ? step(List.of(k, i)) : "");
    text.append("}\n").append(dice.chance(0.3) ? step(List.of(k)) : "").append("}\n");
    String result =
        "%1$s += 0.5 * %2$s[3] - %2$s[6] * %3$s[2][4] + %3$s[5][1];\n".formatted(sum, line, grid);
    text.append(inside ? result + "}\n" : (again ? "}\n" : "") + result);
    return Tree.statement("{\n", text.toString(), "}\n");
  }

  /** The head of a loop over a counter from {@code low} up to, but not with, {@code high}. */
  private String head(String counter, String low, String high) {
    String least = counter + dice.of(" >= " + low, " > " + low + " - 1");
    String test = dice.of(counter + " < " + high, high + " > " + counter);
    return switch (dice.below(5)) {
      case 0 -> Loops.head(counter, high + " - 1", least, counter + "--");
      case 1 -> Loops.head(counter, low, counter + " <= " + high + " - 1", counter + "++");
      case 2 -> Loops.head(counter, low, test, counter + " += 2");
      default -> Loops.head(counter, low, test, counter + "++");
    };
  }

  private String step(List<String> counters) {
    String k = counters.get(0);
    String i = counters.get(counters.size() - 1);
    String store = store(counters);
    return switch (dice.below(8)) {
      case 0 -> "if (" + i + " != " + k + ") {\n" + store + "}\n";
      case 1 -> "if (" + i + " == " + k + ") {\n" + store + "} else {\n" + store(counters) + "}\n";
      case 2 -> "if (" + i + dice.of(" < ", " >= ") + k + " && " + i + " > 1) {\n" + store + "}\n";
      case 3 -> "if (!(" + i + " <= " + k + " || " + i + " == 3)) {\n" + store + "}\n";
      case 4 ->
          "{\ndouble[] %1$s = %2$s[%3$s];\n%1$s[%4$s] = 0.5 * %5$s * %1$s[%6$s];\n}\n"
              .formatted(
                  row,
                  grid,
                  index(GRID, counters),
                  index(GRID, counters),
                  read(counters),
                  index(GRID, counters));
      default -> store;
    };
  }

  private String store(List<String> counters) {
    String target = read(counters);
    String a = read(counters);
    String b = read(counters);
    String x = dice.pick(c.scope.of("double")).name();
    return target
        + switch (dice.below(8)) {
          case 0 -> " = Math.sin(" + a + " * " + b + ");\n";
          case 1 -> " = " + a + " / (2 + " + b + " * " + b + ");\n";
          case 2 -> " = Math.exp(-" + a + " * " + b + ");\n";
          case 3 -> " = 0.5 * " + a + " * " + b + " + 0.1 * Math.cos(" + x + ");\n";
          case 4 -> " = " + a + ";\n";
          default -> dice.of(" += ", " -= ") + "0.2 * Math.sin(" + a + ") * " + b + ";\n";
        };
  }

  private String read(List<String> counters) {
    return dice.chance(0.5)
        ? line + "[" + index(LINE, counters) + "]"
        : grid + "[" + index(GRID, counters) + "][" + index(GRID, counters) + "]";
  }

  private String index(List<String> forms, List<String> counters) {
    return dice.chance(0.1)
        ? dice.of("0", "3", "5")
        : dice.pick(new ArrayList<>(forms)).formatted(dice.pick(counters));
  }
}
