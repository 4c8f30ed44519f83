package io.github.cotangent.processor.random;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A run of javac in memory. */
final class Compilation {
  private final Map<String, Memory> outputs = new LinkedHashMap<>();
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
  private final boolean successful;

  /** Compiles the programs with these processors, and with options for them. */
  Compilation(List<Program> programs, List<Processor> processors, String... processorOptions) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options = new ArrayList<>(List.of("-implicit:none", "-nowarn", "-parameters"));
    options.addAll(List.of(processorOptions));
    if (processors.isEmpty()) {
      options.add("-proc:none");
    }
    List<Memory> sources =
        programs.stream()
            .map(p -> new Memory(p.className(), JavaFileObject.Kind.SOURCE, p.source()))
            .toList();
    try (JavaFileManager files =
        new Files(javac.getStandardFileManager(diagnostics, Locale.ROOT, null))) {
      JavaCompiler.CompilationTask task =
          javac.getTask(null, files, diagnostics, options, null, sources);
      task.setProcessors(processors);
      successful = task.call();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean successful() {
    return successful;
  }

  /** The errors whose file belongs to the program: its own source, or what was made from it. */
  List<String> errorsOf(Program program) {
    List<String> errors = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> d : diagnostics.getDiagnostics()) {
      String file = d.getSource() == null ? "" : d.getSource().getName();
      boolean isIts =
          file.endsWith("/" + program.className() + ".java")
              || file.endsWith("/d" + program.className() + ".java");
      if (d.getKind() == Diagnostic.Kind.ERROR && isIts) {
        errors.add(d.toString());
      }
    }
    return errors;
  }

  /** All errors. */
  String errors() {
    StringBuilder text = new StringBuilder();
    diagnostics.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .forEach(d -> text.append(d).append('\n'));
    return text.toString();
  }

  /** The source that processors made for the program, empty where there is none. */
  String generated(Program program) {
    Memory m = outputs.get("d" + program.className() + ".java");
    return m == null ? "" : m.getCharContent(true).toString();
  }

  /** Loads the compiled classes. */
  ClassLoader loader() {
    ClassLoader loader =
        new ClassLoader(Compilation.class.getClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            Memory m = outputs.get(name.substring(name.lastIndexOf('.') + 1) + ".class");
            if (m == null) {
              throw new ClassNotFoundException(name);
            }
            byte[] bytes = m.bytes.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
          }
        };
    loader.setDefaultAssertionStatus(true);
    return loader;
  }

  private final class Files extends ForwardingJavaFileManager<JavaFileManager> {
    Files(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      String simple = className.substring(className.lastIndexOf('.') + 1);
      Memory m = new Memory(simple, kind, "");
      outputs.put(simple + kind.extension, m);
      return m;
    }
  }

  /** A file in memory. */
  private static final class Memory extends SimpleJavaFileObject {
    private final String text;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Memory(String simpleName, Kind kind, String text) {
      super(URI.create("memory:///" + Program.PACKAGE + "/" + simpleName + kind.extension), kind);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.size() == 0 ? text : bytes.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public OutputStream openOutputStream() {
      bytes.reset();
      return bytes;
    }
  }
}
