package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Records of which only the class file is there: those of a library, and those of sources that a
 * build tool does not compile again.
 */
class CompiledRecordsTest {

  private static final String IMPORT = "import io.github.cotangent.Differentiable;";

  @TempDir Path directory;

  private Path write(String name, String... lines) throws Exception {
    return Files.writeString(directory.resolve(name + ".java"), String.join("\n", lines));
  }

  /** Compiles records without the processor, and then a user of them. */
  private Compilation compile(String records, String method) throws Exception {
    Path shapes = write("Shapes", "public final class Shapes {", records, "}");
    Compilation library = Compilation.library(List.of(shapes), directory.resolve("library"));
    assertThat(library.diagnostics()).isEmpty();
    Path user = write("User", IMPORT, "public class User {", "  @Differentiable", method, "}");
    return Compilation.withLibrary(List.of(user), directory.resolve("user"), library.classes());
  }

  private Object gradient(Compilation user, Object... arguments) throws Exception {
    assertThat(user.diagnostics()).isEmpty();
    URL[] places = {
      user.classes().toUri().toURL(), directory.resolve("library/classes").toUri().toURL()
    };
    try (URLClassLoader loader = new URLClassLoader(places, getClass().getClassLoader())) {
      Class<?>[] types =
          IntStream.range(0, arguments.length).mapToObj(i -> double.class).toArray(Class<?>[]::new);
      return loader.loadClass("dUser").getMethod("dF", types).invoke(null, arguments);
    }
  }

  @Test
  void recordsOfAllTypesHoldDerivatives() throws Exception {
    Compilation user =
        compile(
            """
            public record Point(double x, float y, double[] more) {
              public Point(double x) { this(x, 2f, new double[] {x, x * x}); }
              public static Point origin() { return new Point(0); }
              public double norm() { return x * x + y * y; }
            }
            public record Many(long a, double b, int c, double d, boolean e, String name, byte f,
                char g, short h, float k, double[][] m, Point p) {}
            """,
            """
            public static double f(double x) {
              Shapes.Point p = new Shapes.Point(x, (float) x, new double[] {x, x * x});
              Shapes.Many many =
                  new Shapes.Many(1L, x * x, 2, 3 * x, true, "", (byte) 0, 'a', (short) 1, 5f,
                      new double[][] {p.more()}, p);
              return many.b() + many.d() + many.m()[0][1] * many.p().x() + many.p().y();
            }
            """);
    assertThat((double) gradient(user, 2.0)).isEqualTo(2 * 2 + 3 + 3 * 2 * 2 + 1);
  }

  /** As many as a constructor can take. */
  @Test
  void aRecordOfManyComponents() throws Exception {
    String components =
        IntStream.range(0, 127).mapToObj(i -> "double c" + i).collect(Collectors.joining(", "));
    String arguments =
        IntStream.range(0, 127).mapToObj(i -> i + " * x").collect(Collectors.joining(", "));
    Compilation user =
        compile(
            "public record Long(" + components + ") {}",
            "public static double f(double x) { Shapes.Long v = new Shapes.Long("
                + arguments
                + "); return v.c126() + v.c1(); }");
    assertThat((double) gradient(user, 2.0)).isEqualTo(126 + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "R(double x) { public R { if (x < 0) { throw new IllegalArgumentException(); } } }",
        "R(double x) { public R(double x) { this.x = x + 1; } }",
        "R(double x) { public R { x = Math.abs(x); } }",
        "R(double x, double y) { public R(double x, double y) { this.x = y; this.y = x; } }",
        "R(double x) { static int n; public R { n++; } }",
        "R(double x, double[] a) { public double[] a() { return a.clone(); } }",
        "R(double x, double y) { public double x() { return y; } }",
        "R(double x) { public double x() { return -x; } }",
        "R(double x, Q q) { public record Q(double z) { public Q { z = 0; } } }"
      })
  void recordsThatDoMoreAreRefused(String record) throws Exception {
    Compilation user =
        compile("public record " + record, "public static double f(Shapes.R r) { return r.x(); }");
    assertThat(user.success()).isFalse();
    assertThat(user.diagnostics().get(0).getMessage(null))
        .startsWith("[Cotangent/UntrustedRecord] The record 'Shapes.R");
  }

  /** What is compiled again beside class files is what was compiled with their sources. */
  @Test
  void oneOfSeveralSourcesIsCompiledAgain() throws Exception {
    Path point = write("Point", "public record Point(double x, double[] y) {}");
    Path norms =
        write(
            "Norms",
            IMPORT,
            "public class Norms {",
            "  @Differentiable",
            "  public static double f(Point q, double z) { return q.x() * z + q.y()[0]; }",
            "}");
    Path user =
        write(
            "User",
            IMPORT,
            "public class User {",
            "  @Differentiable",
            "  public static double g(double x) {",
            "    return Norms.f(new Point(x, new double[] {x * x}), x);",
            "  }",
            "}");
    Compilation all =
        Compilation.withProcessor(List.of(point, norms, user), directory.resolve("all"), List.of());
    assertThat(all.diagnostics()).isEmpty();
    for (Path one : List.of(user, norms)) {
      deleteDerivatives(all.classes(), one);
      Compilation again =
          Compilation.withLibrary(List.of(one), directory.resolve("again"), all.classes());
      assertThat(again.diagnostics()).isEmpty();
      String name = "d" + one.getFileName();
      assertThat(again.generated().resolve(name))
          .hasSameTextualContentAs(all.generated().resolve(name));
    }
  }

  /** As build tools do: javac warns where they are still there. */
  private static void deleteDerivatives(Path classes, Path source) throws IOException {
    String name = "d" + source.getFileName().toString().replace(".java", "");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(classes, name + "*.class")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
