package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hand-written derivatives, and a type that declares itself differentiable, in class files that do
 * not know the names of parameters.
 */
class LibraryRulesTest {

  private static final double[] A = {0.7, -0.4};
  private static final double X = 1.3;

  @TempDir static Path directory;

  private static Path library;

  private static List<Path> sources(String folder) {
    return CaseFolder.javaFiles(CaseFolder.resources().resolve("jars").resolve(folder));
  }

  @BeforeAll
  static void compileLibrary() {
    Compilation compilation = Compilation.library(sources("library"), directory.resolve("library"));
    assertThat(compilation.success()).as("%s", compilation.diagnostics()).isTrue();
    library = compilation.classes();
  }

  private static ClassLoader user() throws Exception {
    Compilation compilation =
        Compilation.withLibrary(sources("user"), directory.resolve("user"), library);
    assertThat(compilation.diagnostics()).isEmpty();
    URL[] places = {compilation.classes().toUri().toURL(), library.toUri().toURL()};
    return new URLClassLoader(places, LibraryRulesTest.class.getClassLoader());
  }

  private static Object call(Class<?> type, String name, Object... arguments) throws Exception {
    for (Method m : type.getDeclaredMethods()) {
      if (m.getName().equals(name)) {
        m.setAccessible(true);
        return m.invoke(null, arguments);
      }
    }
    throw new AssertionError("no " + name);
  }

  private static Object part(Object of, String name, Object... arguments) throws Exception {
    for (Method m : of.getClass().getDeclaredMethods()) {
      if (m.getName().equals(name) && m.getParameterCount() == arguments.length) {
        m.setAccessible(true);
        return m.invoke(of, arguments);
      }
    }
    throw new AssertionError("no " + name + " in " + of.getClass());
  }

  private static double f(Class<?> user, double[] a, double x) throws Exception {
    return (double) call(user, "f", a, x);
  }

  @Test
  void gradientsAgreeWithDifferencesAndForwardMode() throws Exception {
    ClassLoader loader = user();
    Class<?> user = loader.loadClass("user.User");
    Class<?> derivatives = loader.loadClass("user.dUser");
    Object gradient = call(derivatives, "dF", A, X);
    double[] da = (double[]) part(gradient, "a");
    double dx = (double) part(gradient, "x");
    double h = 1e-5;
    for (int i = 0; i < A.length; i++) {
      double[] more = A.clone();
      double[] less = A.clone();
      more[i] += h;
      less[i] -= h;
      double slope = (f(user, more, X) - f(user, less, X)) / (2 * h);
      assertThat(da[i]).isCloseTo(slope, within(1e-7));
    }
    assertThat(dx).isCloseTo((f(user, A, X + h) - f(user, A, X - h)) / (2 * h), within(1e-7));
    double[] direction = {0.3, -0.2};
    Object jvp = call(derivatives, "fJvp", A, X, direction, 0.5);
    assertThat((double) part(jvp, "valueDot"))
        .isCloseTo(da[0] * 0.3 - da[1] * 0.2 + dx * 0.5, within(1e-12));
  }

  /** The dot-product identity: what forward mode gives, seen by an adjoint, is what comes back. */
  @Test
  void pullbacksOfValuesAgreeWithForwardMode() throws Exception {
    ClassLoader loader = user();
    Class<?> derivatives = loader.loadClass("user.dUser");
    Class<?> vec = loader.loadClass("library.Vec");
    Object u = call(vec, "of", new double[] {0.5, -1.5});
    Object dot = call(vec, "of", new double[] {0.25, 2});
    Object seed = call(vec, "of", new double[] {-1, 3});
    Object pullback = call(derivatives, "gPullback", u, X);
    for (int times = 0; times < 2; times++) {
      Object gradient = part(pullback, "apply", seed);
      double back =
          (double) part(part(gradient, "u"), "dot", dot) + (double) part(gradient, "x") * 0.75;
      Object jvp = call(derivatives, "gJvp", u, X, dot, 0.75);
      assertThat((double) part(part(jvp, "valueDot"), "dot", seed)).isCloseTo(back, within(1e-12));
    }
  }

  @Test
  void aWrongRuleOfALibraryIsAnErrorAtTheCall() {
    Compilation compilation =
        Compilation.withLibrary(sources("broken"), directory.resolve("broken"), library);
    assertThat(compilation.success()).isFalse();
    List<String> found = compilation.diagnostics().stream().map(LibraryRulesTest::place).toList();
    assertThat(found).hasSize(2);
    assertThat(found.get(0))
        .startsWith("11:20 [Cotangent/RuleSignature]")
        .endsWith("Write: static double badByX(double x, double result)");
    assertThat(found.get(1))
        .startsWith("16:12 [Cotangent/UnknownDerivative]")
        .contains("@PartialOf(type = Blas.class, method = \"bump(double arg0)\", wrt = \"arg0\"");
  }

  private static String place(Diagnostic<? extends JavaFileObject> d) {
    return d.getLineNumber() + ":" + d.getColumnNumber() + " " + d.getMessage(null);
  }
}
