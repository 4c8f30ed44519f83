package io.github.cotangent.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What javac's user sees of the processor: errors at their places, and nothing else. */
class CotangentProcessorTest {

  private static final String IMPORT = "import io.github.cotangent.*;";

  private static final int TAB = 8;

  private static JavaFileObject file(String name, String... lines) {
    return JavaFileObjects.forSourceLines(name, lines);
  }

  private static Compilation compile(JavaFileObject... files) {
    return javac().withProcessors(new CotangentProcessor()).compile(files);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UnsupportedMethod | f | abstract @Differentiable double f(double x);",
        "UnsupportedMethod | f | native @Differentiable double f(double x);",
        "UnsupportedMethod | f | @Differentiable double f(double x) { return x; }",
        "UnsupportedMethod | f | @Differentiable static <T> double f(double x) { return x; }",
        "UnsupportedMethod | f | @Differentiable static synchronized double f(double x) { return x;"
            + " }",
        "UnsupportedMethod | f | interface I { @Differentiable double f(double x); }",
        "UnsupportedMethod | f | record R<T>(T t) { @Differentiable double f(double x) { return x;"
            + " } }",
        "PrivateMember | f | @Differentiable private static double f(double x) { return x; }",
        "PrivateMember | f | private static class B { @Differentiable static double f(double x) {"
            + " return x; } }",
        "NotDifferentiable | f | @Differentiable static int f(double x) { return 1; }",
        "NotDifferentiable | f | @Differentiable static void f(double x) {}",
        "NotDifferentiable | f | @Differentiable static double f(int n) { return 1; }",
        "NotDifferentiable | f | @Differentiable static double f(@NonDifferentiable double x) {"
            + " return x; }",
        "UnknownWrt | `z` | @Differentiable(wrt = {`x`, `z`}) static double f(double x) { return x;"
            + " }",
        "UnknownWrt | `n` | @Differentiable(wrt = `n`) static double f(double x, int n) { return x;"
            + " }",
        "UnknownWrt | W | static final String W = `q`; @Differentiable(wrt = W) static double"
            + " f(double x) { return x; }",
        "MutableField | v * | static double v; @Differentiable static double f(double x) { return v"
            + " * x; }",
        "FieldWrite | v = x | static double v; @Differentiable static double f(double x) { v = x;"
            + " return x; }",
        "UnsupportedStatement | try | @Differentiable static double f(double x) { try { return x; }"
            + " finally { } }",
        "UntrustedRecord | R r | record R(double x) { R {} } @Differentiable static double f(R r) {"
            + " return 1; }",
      })
  void errorsStandAtTheirPlace(String id, String at, String member) {
    String text = "\t" + member.replace('`', '"');
    String place = at.replace('`', '"');
    JavaFileObject source = file("A", IMPORT, "abstract class A {", text, "}");
    Compilation compilation = compile(source);
    int offset =
        switch (id) {
          case "UnsupportedMethod", "PrivateMember", "NotDifferentiable" -> text.indexOf("f(");
          default -> text.lastIndexOf(place);
        };
    assertThat(compilation)
        .hadErrorContaining("[Cotangent/" + id + "]")
        .inFile(source)
        .onLine(3)
        .atColumn(column(text, offset));
    assertThat(compilation).hadErrorCount(1);
  }

  /** javac counts the tab that the line begins with as eight columns. */
  private static int column(String line, int offset) {
    return line.startsWith("\t") ? offset + TAB : offset + 1;
  }

  @Test
  void anOlderLanguageIsRefusedInOneSentence() {
    Compilation compilation =
        javac()
            .withProcessors(new CotangentProcessor())
            .withOptions("--release", "11")
            .compile(
                file(
                    "A",
                    IMPORT,
                    "class A { @Differentiable static double f(double x) { return x; } }"));
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation)
        .hadErrorContaining(
            "[Cotangent] derivatives are written in Java 17, and this is compiled as RELEASE_11:"
                + " compile with --release 17 or later");
  }

  @Test
  void ofAPrivateClassOnlyTheClassIsCalledPrivate() {
    Compilation compilation =
        compile(
            file(
                "A",
                IMPORT,
                "class A {",
                "  private record S(double x) { double twice() { return 2 * x; } }",
                "  @Differentiable static double f(double x) { S s = new S(x); return s.twice(); }",
                "}"));
    assertThat(compilation.errors())
        .isNotEmpty()
        .allMatch(e -> e.getMessage(Locale.ROOT).contains("'S' is private"));
  }

  @Test
  void allProblemsOfAClassAtOnce() {
    Compilation compilation =
        compile(
            file(
                "A",
                IMPORT,
                "class A { static double v, w;",
                "@Differentiable static double f(double x) { return v * x + w; }",
                "@Differentiable static int g(double x) { v = 1; return 1; } }"));
    assertThat(compilation).hadErrorCount(4);
  }

  @Test
  void anOutputThatCannotBeNamesThoseThatCan() {
    Compilation compilation =
        compile(
            file(
                "A",
                IMPORT,
                "class A { @Differentiable(generate = Differentiable.Output.GRADIENT)",
                "static double[][] f(double[] x) { return new double[][] {x}; } }"));
    assertThat(compilation).hadErrorContaining("Ask for what it can have: PULLBACK, JVP.");
  }

  @Test
  void oneBadClassDoesNotStopTheOthers() {
    JavaFileObject a =
        file("A", IMPORT, "class A { @Differentiable static int f(double x) { return 1; } }");
    JavaFileObject b =
        file("B", IMPORT, "class B { @Differentiable static int f(double x) { return 1; } }");
    Compilation compilation = compile(a, b);
    assertThat(compilation).hadErrorContaining("NotDifferentiable").inFile(a);
    assertThat(compilation).hadErrorContaining("NotDifferentiable").inFile(b);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "void g() { int x = ; }",
        "void g() { int x = 1.5; }",
        "void g() { undefined(); }",
        "@Differentiable static double g(double x) { return Undefined.of(x); }",
        "@Differentiable static double g(double x) { int n = x; return n; }",
        "@Differentiable static Undefined g(double x) { return null; }",
        "@Differentiable(wrt = 3) static double g(double x) { return x; }",
        "@Differentiable A(double x) {}",
      })
  void theUsersOwnErrorsAreLeftToJavac(String member) {
    Compilation compilation =
        compile(
            file(
                "A",
                IMPORT,
                "class A { @Differentiable static double f(double x) { return x; }",
                member,
                "}"));
    assertThat(compilation).failed();
    assertThat(compilation.errors())
        .isNotEmpty()
        .noneSatisfy(e -> assertThat(e.getMessage(null)).contains("Cotangent"));
  }

  @Test
  void aClassMayUseItsOwnDerivative() {
    Compilation compilation =
        compile(
            file(
                "A",
                IMPORT,
                "class A { @Differentiable static double f(double x) { return x * x; }",
                "static double slope() { return dA.dF(3); } }"));
    assertThat(compilation).succeededWithoutWarnings();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void variablesMayHaveNoName() {
    Compilation compilation =
        compile(
            file(
                "A",
                IMPORT,
                "class A { @Differentiable static double f(double x, double[] a) {",
                "int unnamed1 = 2; double _ = x * x; var _ = 3; for (double _ : a) { x *= x; }",
                "java.util.function.IntUnaryOperator g = _ -> unnamed1;",
                "try { a(); } catch (Exception _) { b(); }",
                "return x * g.applyAsInt(1); } static void a() {} static void b() {} }"));
    assertThat(compilation).succeeded();
    assertThat(compilation).generatedSourceFile("dA").isNotNull();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void aClassWithoutANameHasNoDerivative() {
    Compilation compilation =
        compile(
            file(
                "A",
                "import io.github.cotangent.*;",
                "@Differentiable",
                "static double f(double x) { return x; }",
                "void main() {}"));
    assertThat(compilation).hadErrorContaining("[Cotangent/UnsupportedMethod]");
  }

  @Test
  void nothingIsLeftToWarnAbout() {
    Compilation compilation =
        javac()
            .withProcessors(new CotangentProcessor())
            .withOptions("-Xlint:all", "-Werror", "-Acotangent.debug=true")
            .compile(
                file(
                    "A",
                    IMPORT,
                    "class A { @Differentiable static double f(",
                    "double x, @NonDifferentiable double k) { return x * k; } }"));
    assertThat(compilation).succeededWithoutWarnings();
  }
}
