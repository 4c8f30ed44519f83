package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Methods whose derivatives would be too long for HotSpot, and for javac: they are split, and
 * right.
 */
class LongMethodsTest {

  private static final int CLIFF = 8000;

  private static final double X = 0.45;
  private static final double Y = 0.35;
  private static final double X_DOT = 0.7;
  private static final double Y_DOT = -0.4;

  @TempDir Path directory;

  /** Three kinds of statements over a hundred variables, short enough for javac's 65,535 bytes. */
  private static String statements(int count) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String to = "v" + i % 100;
      String a = "v" + (i + 99) % 100;
      String b = "v" + (i + 63) % 100;
      String value =
          switch (i % 3) {
            case 0 -> a + " * x + " + b + " * y";
            case 1 -> "Math.sin(" + a + ") - " + b;
            default -> a + " / (1 + " + b + " * " + b + ")";
          };
      code.append("    ").append(to).append(" = ").append(value).append(";\n");
    }
    return code.toString();
  }

  private static String variables() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      code.append("    double v").append(i).append(" = ");
      code.append(i % 2 == 0 ? "x" : "y").append(" * 0.").append(i + 1).append(";\n");
    }
    return code.toString();
  }

  private static String source(String body) {
    return """
        package made;

        import io.github.cotangent.Differentiable;
        import io.github.cotangent.Differentiable.Output;

        public class Long {
          @Differentiable(
              generate = {
                Output.GRADIENT, Output.VALUE_AND_GRADIENT, Output.JVP, Output.HVP
              })
          public static double f(double x, double y) {
        %s  }
        }
        """
        .formatted(body);
  }

  @Test
  void fiveThousandStatementsInARow() throws Throwable {
    check(source(variables() + statements(5000) + "    return v97 + v98 + v99;\n"), 1e-6);
  }

  @Test
  void aLoopOfFifteenHundredStatements() throws Throwable {
    String loop = "    for (int i = 0; i < 3; i++) {\n" + statements(1500) + "    }\n";
    check(source(variables() + loop + "    return v97 + v98 + v99;\n"), 1e-6);
  }

  /** {@code -Dcotangent.rewrite=true} rewrites the golden. */
  @Test
  void blocksReadAsTheMethodDid() throws IOException {
    Path folder = CaseFolder.resources().resolve("split");
    Compilation compilation =
        Compilation.withProcessor(
            List.of(folder.resolve("Input.java")),
            directory,
            List.of("-Acotangent.methodBytes=160"));
    assertThat(compilation.diagnostics()).isEmpty();
    Path golden = folder.resolve("Expected.java");
    String text = CaseFolder.text(compilation.generated().resolve("split/dInput.java"));
    if (Boolean.getBoolean("cotangent.rewrite")) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(CaseFolder.text(golden));
  }

  private void check(String source, double tolerance) throws Throwable {
    Path file = directory.resolve("made/Long.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, source);
    Compilation compilation = Compilation.withProcessor(List.of(file), directory, List.of());
    assertThat(compilation.diagnostics()).isEmpty();
    Map<String, Integer> tooLong =
        CodeSizes.of(compilation.classes()).entrySet().stream()
            .filter(e -> e.getKey().startsWith("dLong") && e.getValue() > CLIFF)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(tooLong).isEmpty();
    URL[] classPath = {compilation.classes().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classPath, getClass().getClassLoader())) {
      derivatives(loader, tolerance);
    }
  }

  private static void derivatives(ClassLoader loader, double tolerance) throws Throwable {
    Methods made = new Methods(loader);
    double value = made.number("Long", "f", X, Y);
    double h = 1e-6;
    double[] gradient = made.numbers(made.call("dLong", "dF", X, Y));
    double dx = (made.number("Long", "f", X + h, Y) - made.number("Long", "f", X - h, Y)) / (2 * h);
    double dy = (made.number("Long", "f", X, Y + h) - made.number("Long", "f", X, Y - h)) / (2 * h);
    double size = Math.abs(dx) + Math.abs(dy);
    assertThat(gradient[0]).isCloseTo(dx, within(tolerance * (1 + size)));
    assertThat(gradient[1]).isCloseTo(dy, within(tolerance * (1 + size)));
    double along = gradient[0] * X_DOT + gradient[1] * Y_DOT;

    double[] both = made.numbers(made.call("dLong", "fValueAndGradient", X, Y));
    assertThat(both).containsExactly(value, gradient[0], gradient[1]);

    double[] forward = made.numbers(made.call("dLong", "fJvp", X, Y, X_DOT, Y_DOT));
    assertThat(forward[0]).isEqualTo(value);
    assertThat(forward[1]).isCloseTo(along, within(1e-9 * (1 + size)));

    double[] second = made.numbers(made.call("dLong", "fHvp", X, Y, X_DOT, Y_DOT));
    double[] after = made.numbers(made.call("dLong", "dF", X + h * X_DOT, Y + h * Y_DOT));
    double[] before = made.numbers(made.call("dLong", "dF", X - h * X_DOT, Y - h * Y_DOT));
    for (int i = 0; i < 2; i++) {
      double expected = (after[i] - before[i]) / (2 * h);
      double scale = 1 + Math.abs(second[0]) + Math.abs(second[1]);
      assertThat(second[i]).isCloseTo(expected, within(tolerance * scale));
    }
  }

  /** Calls by name. */
  private record Methods(ClassLoader loader) {

    Object call(String owner, String name, double... arguments) throws Exception {
      Class<?>[] types = new Class<?>[arguments.length];
      Arrays.fill(types, double.class);
      Object[] boxed = Arrays.stream(arguments).boxed().toArray();
      return loader.loadClass("made." + owner).getMethod(name, types).invoke(null, boxed);
    }

    double number(String owner, String name, double... arguments) throws Exception {
      return (double) call(owner, name, arguments);
    }

    /** The numbers in a record, those of records in it too. */
    double[] numbers(Object record) {
      return leaves(record).mapToDouble(Double::doubleValue).toArray();
    }

    private Stream<Double> leaves(Object o) {
      if (o instanceof Double d) {
        return Stream.of(d);
      }
      return Arrays.stream(o.getClass().getRecordComponents())
          .flatMap(
              c -> {
                try {
                  MethodHandle get = MethodHandles.lookup().unreflect(c.getAccessor());
                  return leaves(get.invoke(o));
                } catch (Throwable e) {
                  throw new AssertionError(e);
                }
              });
    }
  }
}
