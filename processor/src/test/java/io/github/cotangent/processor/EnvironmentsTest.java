package io.github.cotangent.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor runs in: other compilers, other processors, and what was compiled before. */
class EnvironmentsTest {

  private static final JavaFileObject SOURCE =
      JavaFileObjects.forSourceLines(
          "A",
          "import io.github.cotangent.*;",
          "class A { @Differentiable static double f(double x) { return x; } }");

  @Test
  void whatAnotherProcessorWritesIsWaitedFor() {
    Compilation compilation =
        javac()
            .withProcessors(new CotangentProcessor(), new WritesLater())
            .compile(
                JavaFileObjects.forSourceLines(
                    "A",
                    "import io.github.cotangent.*;",
                    // An annotation that nobody has claimed yet brings the other processor in.
                    "@Deprecated class A {",
                    "@Differentiable static double f(double x) { return x * Later.N; } }"));
    assertThat(compilation).succeeded();
    assertThat(compilation).generatedSourceFile("dA").isNotNull();
  }

  /** As Gradle, IDEs and plain javac do it: what was generated before is on the class path. */
  @Test
  void whatWasCompiledBeforeMayBeOnTheClassPath(@TempDir Path folder) throws IOException {
    Path source = folder.resolve("A.java");
    Files.writeString(
        source,
        "import io.github.cotangent.*;"
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
  void aCompilerWithoutTreesIsRefusedOnce() {
    Compilation compilation = javac().withProcessors(new OnForeignCompiler()).compile(SOURCE);
    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("compile with javac");
  }

  @Test
  void wrappedEnvironmentsAreUnwrapped() {
    Compilation compilation = javac().withProcessors(new OnWrappedCompiler()).compile(SOURCE);
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
