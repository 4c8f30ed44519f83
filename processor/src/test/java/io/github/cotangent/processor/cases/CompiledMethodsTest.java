package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Methods with derivatives in class files that do not know the names of parameters. Those that are
 * needed are in the records of the generated class, if it has any: with one parameter to
 * differentiate, some of its members have none.
 */
class CompiledMethodsTest {

  private static final double STEP = 1e-5;

  @TempDir Path directory;

  private Path write(String name, String text) throws Exception {
    return Files.writeString(
        directory.resolve(name + ".java"), "import io.github.cotangent.*;\n" + text);
  }

  @Test
  void secondDerivativesOfMethodsOfOneParameter() throws Exception {
    Path library =
        write(
            "Library",
            """
            public class Library {
              public record In(double[] v, double k) {}

              @Differentiable(order = 2)
              public static double value(double x) {
                return x * x * x;
              }

              @Differentiable(order = 2)
              public static double taped(@NonDifferentiable double[] data, double x) {
                double s = 0;
                for (double d : data) {
                  s += Math.sin(d * x + s);
                }
                return s * x;
              }

              @Differentiable(order = 2)
              public static double held(In in, int n) {
                for (int i = 0; i < n; i++) {
                  in.v()[0] *= in.k();
                }
                return in.v()[0] * in.k();
              }

              @Differentiable(order = 2)
              public static void written(double[] a, double x) {
                a[0] *= x;
              }
            }
            """);
    Compilation compiled = Compilation.unnamed(List.of(library), directory.resolve("library"));
    assertThat(compiled.diagnostics()).isEmpty();
    Path user =
        write(
            "User",
            """
            public class User {
              @Differentiable(
                  generate = {Differentiable.Output.GRADIENT, Differentiable.Output.HVP})
              public static double f(double x) {
                double[] a = {x, 2.0};
                Library.written(a, x);
                return Library.value(x) * Library.taped(new double[] {1, 2}, x * x)
                    + Library.held(new Library.In(a, x), 3);
              }
            }
            """);
    Compilation using =
        Compilation.withLibrary(List.of(user), directory.resolve("user"), compiled.classes());
    assertThat(using.diagnostics()).isEmpty();
    URL[] places = {using.classes().toUri().toURL(), compiled.classes().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(places, getClass().getClassLoader())) {
      Class<?> derivatives = loader.loadClass("dUser");
      Method gradient = derivatives.getMethod("dF", double.class);
      double more = (double) gradient.invoke(null, 0.7 + STEP);
      double less = (double) gradient.invoke(null, 0.7 - STEP);
      Method hvp = derivatives.getMethod("fHvp", double.class, double.class);
      assertThat((double) hvp.invoke(null, 0.7, 1.0))
          .isCloseTo((more - less) / (2 * STEP), within(1e-6));
    }
  }
}
