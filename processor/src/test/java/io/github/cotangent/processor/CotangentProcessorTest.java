package io.github.cotangent.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.github.cotangent.processor.optimize.Optimization;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
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
  void whatAnotherProcessorWritesIsWaitedFor() {
    Compilation compilation =
        javac()
            .withProcessors(new CotangentProcessor(), new WritesLater())
            .compile(
                file(
                    "A",
                    IMPORT,
                    // An annotation that nobody has claimed yet brings the other processor in.
                    "@Deprecated class A {",
                    "@Differentiable static double f(double x) { return x * Later.N; } }"));
    assertThat(compilation).succeeded();
    assertThat(compilation).generatedSourceFile("dA").isNotNull();
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

  /** As Gradle, IDEs and plain javac do it: what was generated before is on the class path. */
  @Test
  void whatWasCompiledBeforeMayBeOnTheClassPath(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("A.java");
    Files.writeString(
        source,
        IMPORT
            + " class A { @Differentiable static double f(double x, double y) { return x * y; } }");
    String classPath = folder + File.pathSeparator + System.getProperty("java.class.path");
    for (int time = 0; time < 2; time++) {
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  null,
                  null,
                  "-cp",
                  classPath,
                  "-processor",
                  CotangentProcessor.class.getName(),
                  "-d",
                  folder.toString(),
                  source.toString());
      assertThat(code).isZero();
    }
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cotangent.disable=deadPrimal,nonsense | there is no optimisation 'nonsense'",
        "cotangent.disable=deadprimal | There are deadPrimal, deadAdjoint",
        "cotangent.disable= | it names no optimisation",
        "cotangent.generate=HVP,GRAD | there is no output 'GRAD'",
        "cotangent.dump= | it names no folder",
        "cotangent.dump={folder}/file | there can be no folder",
        "cotangent.dump={folder}/file/inside | there can be no folder",
        "cotangent.dump={folder}/sealed | nothing can be written into",
        "cotangent.debug=yes | Say true or false",
        "cotangent.methodBytes=many | Say a number of bytes, such as 7000",
        "cotangent.dumb=x | There are -Acotangent.debug, -Acotangent.disable, -Acotangent.dump",
      })
  void optionsThatCannotBeFollowedAreErrors(String option, String message, @TempDir Path folder)
      throws IOException {
    Files.createFile(folder.resolve("file"));
    Path sealed = Files.createDirectory(folder.resolve("sealed"));
    boolean isSealed = sealed.toFile().setWritable(false) && !Files.isWritable(sealed);
    Assumptions.assumeTrue(isSealed || !option.contains("sealed"), "root can write everywhere");
    Compilation compilation =
        javac()
            .withProcessors(new CotangentProcessor())
            .withOptions("-A" + option.replace("{folder}", folder.toString()))
            .compile(
                file(
                    "A",
                    IMPORT,
                    "class A { @Differentiable static double f(double x) { return x; } }"));
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[Cotangent/BadOption] The option -Acotangent.");
    assertThat(compilation).hadErrorContaining(message);
  }

  @Test
  void thePageOnBadOptionsKnowsAllOptimizations() throws IOException {
    String page = Files.readString(Path.of("../docs/errors/BadOption.md"));
    assertThat(page).contains("There are " + String.join(", ", Optimization.names()) + ".");
  }

  @Test
  void everyStageIsDumped(@TempDir Path folder) {
    Path dump = folder.resolve("a/b");
    Compilation compilation =
        javac()
            .withProcessors(new CotangentProcessor())
            .withOptions("-Acotangent.dump=" + dump)
            .compile(
                file(
                    "A",
                    IMPORT,
                    "class A { @Differentiable static double f(double x) { return x; } }"));
    assertThat(compilation).succeeded();
    assertThat(dump.resolve("A"))
        .isDirectoryContaining("glob:**1-syntax.txt")
        .isDirectoryContaining("glob:**2-normalize.txt")
        .isDirectoryContaining("glob:**3-transform.txt");
  }

  @Test
  void aCompilerWithoutTreesIsRefusedOnce() {
    Compilation compilation =
        javac()
            .withProcessors(new OnForeignCompiler())
            .compile(
                file(
                    "A",
                    IMPORT,
                    "class A { @Differentiable static double f(double x) { return x; } }"));
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("compile with javac");
  }

  @Test
  void wrappedEnvironmentsAreUnwrapped() {
    Compilation compilation =
        javac()
            .withProcessors(new OnWrappedCompiler())
            .compile(
                file(
                    "A",
                    IMPORT,
                    "class A { @Differentiable static double f(double x) { return x; } }"));
    assertThat(compilation).succeeded();
    assertThat(compilation).generatedSourceFile("dA").isNotNull();
  }

  /** Writes a class in the first round that others need. */
  @SupportedAnnotationTypes("*")
  private static final class WritesLater extends AbstractProcessor {

    private boolean written;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!written) {
        written = true;
        try (Writer out = processingEnv.getFiler().createSourceFile("Later").openWriter()) {
          out.write("class Later { static final double N = 2; }");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  /** Runs the processor in an environment that is not javac's. */
  private static class OnForeignCompiler extends AbstractProcessor {

    private final CotangentProcessor processor = new CotangentProcessor();

    ProcessingEnvironment foreign(ProcessingEnvironment environment) {
      return (ProcessingEnvironment)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {ProcessingEnvironment.class},
              (proxy, method, arguments) -> method.invoke(environment, arguments));
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      processor.init(foreign(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return processor.getSupportedSourceVersion();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      return processor.process(annotations, round);
    }
  }

  /** Runs the processor as Gradle does. */
  private static final class OnWrappedCompiler extends OnForeignCompiler {
    @Override
    ProcessingEnvironment foreign(ProcessingEnvironment environment) {
      return new Wrapped(environment);
    }
  }

  /** An environment around another, which it keeps in a private field. */
  private record Wrapped(ProcessingEnvironment delegate) implements ProcessingEnvironment {
    @Override
    public Map<String, String> getOptions() {
      return delegate.getOptions();
    }

    @Override
    public Messager getMessager() {
      return delegate.getMessager();
    }

    @Override
    public Filer getFiler() {
      return delegate.getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return delegate.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return delegate.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return delegate.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return delegate.getLocale();
    }
  }
}
