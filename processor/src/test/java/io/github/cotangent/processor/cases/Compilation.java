package io.github.cotangent.processor.cases;

import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.CotangentProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One run of javac.
 *
 * @param success whether it compiled
 * @param diagnostics what javac said, warnings included
 * @param classes where the class files are
 * @param generated where the generated sources are
 */
public record Compilation(
    boolean success,
    List<Diagnostic<? extends JavaFileObject>> diagnostics,
    Path classes,
    Path generated) {

  /** Compiles with the processor, and with all warnings on. */
  public static Compilation withProcessor(
      Collection<Path> sources, Path output, List<String> options, Processor... others) {
    List<Processor> processors = new ArrayList<>(List.of(others));
    processors.add(new CotangentProcessor());
    return withProcessor(sources, output, "", options, processors);
  }

  /** As above, with classes that were compiled before. */
  public static Compilation withLibrary(Collection<Path> sources, Path output, Path library) {
    return withProcessor(
        sources, output, library.toString(), List.of(), List.of(new CotangentProcessor()));
  }

  private static Compilation withProcessor(
      Collection<Path> sources,
      Path output,
      String classPath,
      List<String> options,
      List<Processor> processors) {
    List<String> all = new ArrayList<>(List.of("-parameters"));
    all.addAll(options);
    return run(sources, output, classPath, all, processors);
  }

  /** Compiles without processors, and as most libraries are: without names of parameters. */
  public static Compilation library(Collection<Path> sources, Path output) {
    return run(sources, output, "", List.of("-proc:none", "-g:none"), List.of());
  }

  /** Compiles a library with derivatives, without names of parameters. */
  public static Compilation unnamed(Collection<Path> sources, Path output) {
    return run(sources, output, "", List.of("-g:none"), List.of(new CotangentProcessor()));
  }

  /** Compiles without processors. */
  public static Compilation plain(Collection<Path> sources, Path output, Path classPath) {
    return run(
        sources, output, classPath.toString(), List.of("-proc:none", "-parameters"), List.of());
  }

  private static Compilation run(
      Collection<Path> sources,
      Path output,
      String classPath,
      List<String> options,
      List<Processor> processors) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> collected = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(collected, Locale.ROOT, StandardCharsets.UTF_8)) {
      Path classes = Files.createDirectories(output.resolve("classes"));
      Path generated = Files.createDirectories(output.resolve("generated"));
      String separator = System.getProperty("path.separator");
      List<String> all = new ArrayList<>(List.of("--release", "17", "-Xlint:all"));
      all.addAll(List.of("-Xmaxerrs", "100000", "-Xmaxwarns", "100000", "-encoding", "UTF-8"));
      all.addAll(List.of("-d", classes.toString(), "-s", generated.toString()));
      all.addAll(List.of("-cp", runtime() + separator + classPath));
      all.addAll(options);
      StringWriter other = new StringWriter();
      JavaCompiler.CompilationTask task =
          javac.getTask(
              other, files, collected, all, null, files.getJavaFileObjectsFromPaths(sources));
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      boolean success = task.call();
      if (!other.toString().isBlank()) {
        throw new AssertionError("javac printed: " + other);
      }
      return new Compilation(success, collected.getDiagnostics(), classes, generated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The annotations and the runtime classes, wherever the build has put them. */
  private static Path runtime() {
    try {
      return Path.of(
          Differentiable.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
