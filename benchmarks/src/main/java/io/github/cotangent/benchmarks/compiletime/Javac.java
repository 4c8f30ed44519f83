package io.github.cotangent.benchmarks.compiletime;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs javac in this process. */
public final class Javac {

  private final List<String> options;

  private Javac(List<String> options) {
    this.options = options;
  }

  /** Without annotation processing. */
  public static Javac alone() {
    return new Javac(List.of("-proc:none"));
  }

  /** With the processor in a jar; each run loads its classes anew, as a build does. */
  public static Javac with(Path processor) {
    return new Javac(List.of("-processorpath", processor.toString()));
  }

  /**
   * Compiles sources into a folder that is deleted again.
   *
   * @param sources the texts of classes of the package {@code made}, by their simple names
   * @throws IllegalArgumentException if they do not compile
   */
  public void compile(Map<String, String> sources) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    Path output = null;
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      output = Files.createTempDirectory("compile-time");
      List<String> all = new ArrayList<>(options);
      all.addAll(List.of("-cp", System.getProperty("java.class.path")));
      all.addAll(List.of("-d", output.toString(), "-s", output.toString()));
      List<Source> units = sources.entrySet().stream().map(Source::new).toList();
      StringWriter messages = new StringWriter();
      if (!javac.getTask(messages, files, null, all, null, units).call()) {
        throw new IllegalArgumentException(messages.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(output);
    }
  }

  private static void delete(Path folder) {
    if (folder == null) {
      return;
    }
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

    Source(Map.Entry<String, String> named) {
      super(URI.create("memory:///made/" + named.getKey() + ".java"), JavaFileObject.Kind.SOURCE);
      this.text = named.getValue();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
