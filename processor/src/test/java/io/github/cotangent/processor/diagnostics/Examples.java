package io.github.cotangent.processor.diagnostics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the examples of pages. */
final class Examples {

  private Examples() {}

  /** The errors that javac reports for a class. */
  static List<Diagnostic<?>> errors(
      String source, List<String> options, List<? extends Processor> processors) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    Path out = temporary();
    try {
      List<String> all = new ArrayList<>(options);
      all.addAll(List.of("-cp", System.getProperty("java.class.path"), "-d", out.toString()));
      JavaCompiler.CompilationTask task =
          javac.getTask(null, null, found, all, null, List.of(new Source(source)));
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      task.call();
    } finally {
      delete(out);
    }
    List<Diagnostic<?>> errors = new ArrayList<>(found.getDiagnostics());
    errors.removeIf(d -> d.getKind() != Diagnostic.Kind.ERROR);
    return errors;
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("examples");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///" + ErrorPage.className(text) + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
