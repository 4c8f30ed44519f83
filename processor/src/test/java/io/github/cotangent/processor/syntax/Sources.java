package io.github.cotangent.processor.syntax;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Source text to lowered methods, in memory: for tests that want to write IR as Java. */
public final class Sources {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:\\w+\\s+)*(?:class|record|interface|enum)\\s+(\\w+)");

  private Sources() {}

  /**
   * Opens the first top-level class of a source text. Problems are found when its methods are asked
   * for; see {@link SourceClass#problems()}.
   *
   * @throws IllegalArgumentException where javac does not accept the text
   */
  public static SourceClass open(String source) {
    return open(List.of(source));
  }

  /** As {@link #open(String)}, of the first of several files. */
  public static SourceClass open(List<String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<JavaFileObject> files = new ArrayList<>();
    sources.forEach(s -> files.add(new Text(className(s), s)));
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                null,
                diagnostics,
                List.of("-proc:none", "-classpath", runtime()),
                null,
                files);
    try {
      task.parse();
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    diagnostics.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .findFirst()
        .ifPresent(
            d -> {
              throw new IllegalArgumentException(d.toString());
            });
    TypeElement topLevel = task.getElements().getTypeElement(className(sources.get(0)));
    try {
      return new JavaSources(Trees.instance(task), task.getElements(), task.getTypes())
          .read(topLevel, new Problems());
    } catch (SourceNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The method of this name, lowered.
   *
   * @throws IllegalArgumentException where anything is wrong with it
   */
  public static Function function(String source, String name) {
    SourceClass opened = open(source);
    String key =
        opened.keys().stream()
            .filter(k -> k.contains("." + name + "["))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no method " + name));
    Function function = opened.method(key).orElseThrow();
    if (!opened.problems().isEmpty()) {
      throw new IllegalArgumentException(opened.problems().all().toString());
    }
    return function;
  }

  /** Where the annotations are: not every launcher of tests tells its class path. */
  private static String runtime() {
    try {
      return Path.of(
              Differentiable.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name of the first top-level class of a source text. */
  private static String className(String source) {
    Matcher inPackage = PACKAGE.matcher(source);
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      throw new IllegalArgumentException("no class in: " + source);
    }
    return (inPackage.find() ? inPackage.group(1) + "." : "") + type.group(1);
  }

  /** A source file that exists in memory only. */
  private static final class Text extends SimpleJavaFileObject {

    private final String source;

    Text(String className, String source) {
      super(URI.create("mem:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
