package io.github.cotangent.benchmarks.compiletime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Programs of a given size, as a user might write them: texts by the name of their class. */
public final class Sources {

  private static final int METHODS_IN_CLASS = 10;
  private static final int VARIABLES = 100;

  private Sources() {}

  /** Thirty lines with loops, branches, arrays, and a call of a helper of the class. */
  private static final String METHOD =
      """
        @Differentiable
        static double method%1$d(double[] x, double[] weights, double rate) {
          double[] state = new double[x.length];
          double energy = 0.0;
          for (int i = 0; i < x.length; i++) {
            double drive = weights[i] * x[i] + 0.%1$d;
            if (drive > 1.0) {
              state[i] = Math.log(drive);
            } else {
              state[i] = drive * Math.exp(-rate);
            }
            energy += state[i] * state[i];
          }
          double level = mixed%1$d(energy, rate);
          for (int step = 0; step < 3; step++) {
            for (int i = 1; i < x.length - 1; i++) {
              double change = state[i - 1] - 2.0 * state[i] + state[i + 1];
              state[i] = state[i] + rate * change;
            }
            level = 0.5 * level + Math.sin(state[step]);
          }
          double total = 0.0;
          for (double s : state) {
            total += Math.tanh(s) * level;
          }
          if (total < 0.0) {
            total = -total;
          }
          return Math.sqrt(1.0 + total) + 1e-3 * energy;
        }

        private static double mixed%1$d(double a, double b) {
          double c = a * b;
          return c / (1.0 + c * c) + Math.cos(a);
        }
      """;

  /** Classes with so many annotated methods of 30 lines. */
  public static Map<String, String> methods(int count) {
    Map<String, String> sources = new LinkedHashMap<>();
    List<String> methods = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      methods.add(METHOD.formatted(i));
      if (methods.size() == METHODS_IN_CLASS || i == count) {
        String name = "Methods" + sources.size();
        sources.put(name, in(name, String.join("\n", methods)));
        methods.clear();
      }
    }
    return sources;
  }

  /** A class with one annotated method of so many statements in a row. */
  public static Map<String, String> statements(int count) {
    StringBuilder body = new StringBuilder();
    body.append("  @Differentiable\n  static double straight(double x, double y) {\n");
    for (int i = 0; i < VARIABLES; i++) {
      body.append("    double v%d = %s * 0.%d;%n".formatted(i, i % 2 == 0 ? "x" : "y", i + 1));
    }
    for (int i = 0; i < count - VARIABLES - 1; i++) {
      body.append("    v" + i % VARIABLES + " = " + value(i) + ";\n");
    }
    body.append("    return v0;\n  }\n");
    return Map.of("Statements", in("Statements", body.toString()));
  }

  /** Short enough that 5,000 of them are within the 65,535 bytes that javac allows a method. */
  private static String value(int i) {
    String a = "v" + (i + VARIABLES - 1) % VARIABLES;
    String b = "v" + (i + VARIABLES - 37) % VARIABLES;
    return switch (i % 3) {
      case 0 -> a + " * x + " + b + " * y";
      case 1 -> "Math.sin(" + a + ") - " + b;
      default -> a + " / (1 + " + b + " * " + b + ")";
    };
  }

  private static String in(String name, String members) {
    return """
        package made;

        import io.github.cotangent.Differentiable;

        final class %s {
          private %1$s() {}

        %s}
        """
        .formatted(name, members);
  }
}
