package io.github.cotangent.processor.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Many cases compiled in one run of javac, for speed. Cases with errors are left out, their
 * messages kept, and the rest is compiled again, so that one bad case does not hide the others.
 */
final class CompiledCases {

  private final Path directory;
  private final List<String> options;
  private final Map<String, List<String>> errors = new LinkedHashMap<>();
  private final Map<String, List<String>> warnings = new LinkedHashMap<>();
  private final Set<String> brokenDrivers = new LinkedHashSet<>();
  private Path generated;
  private ClassLoader loader;
  private Signatures signatures;
  private ForwardMode forward;
  private int run;

  private CompiledCases(Path directory, List<String> options) {
    this.directory = directory;
    this.options = options;
  }

  /** Compiles the cases, and the classes that hold their points, under a directory. */
  static CompiledCases of(List<CaseFolder> cases, Path directory, List<String> options) {
    CompiledCases result = new CompiledCases(directory, options);
    List<CaseFolder> good = result.compile(cases);
    result.compileDrivers(good);
    return result;
  }

  /** Generates sources, and does not compile them; gives the folder where they are. */
  static Path generate(List<CaseFolder> cases, Path directory, List<String> options) {
    List<Path> sources = cases.stream().flatMap(c -> c.sources().stream()).toList();
    List<String> all = new ArrayList<>(options);
    all.add("-proc:only");
    return Compilation.withProcessor(sources, directory, all).generated();
  }

  /** What javac has against a case, empty when it compiled. */
  List<String> errors(CaseFolder c) {
    return errors.getOrDefault(c.name(), List.of());
  }

  /** What javac warns of in the case's generated sources. */
  List<String> warnings(CaseFolder c) {
    return warnings.getOrDefault(c.name(), List.of());
  }

  /** True where the points or the expectations do not compile against the generated code. */
  boolean hasBrokenDriver(String driver) {
    return brokenDrivers.contains(driver);
  }

  List<Signatures.Signature> signatures() {
    return signatures.found();
  }

  ForwardMode forward() {
    return forward;
  }

  ClassLoader loader() {
    return loader;
  }

  /** The generated sources of a case. */
  List<Path> generated(CaseFolder c) {
    return CaseFolder.javaFiles(c.generatedIn(generated));
  }

  /** Their texts, by their names. */
  Map<String, String> texts(CaseFolder c) {
    return c.generated(generated);
  }

  private static String message(Path file, Diagnostic<? extends JavaFileObject> d) {
    return file.getFileName() + ":" + d.getLineNumber() + ": " + d.getMessage(null);
  }

  private List<CaseFolder> compile(List<CaseFolder> cases) {
    List<CaseFolder> remaining = new ArrayList<>(cases);
    while (!remaining.isEmpty()) {
      Path output = directory.resolve("run" + run++);
      signatures = new Signatures();
      forward = new ForwardMode();
      List<Path> sources = remaining.stream().flatMap(c -> c.sources().stream()).toList();
      Compilation compilation =
          Compilation.withProcessor(sources, output, options, signatures, forward);
      generated = compilation.generated();
      Map<String, List<String>> found = messages(remaining, compilation, Diagnostic.Kind.ERROR);
      if (compilation.success()) {
        warnings.putAll(messages(remaining, compilation, Diagnostic.Kind.WARNING));
        loader = loader(List.of(compilation.classes(), directory.resolve("drivers/classes")));
        return remaining;
      }
      List<CaseFolder> bad = remaining.stream().filter(c -> found.containsKey(c.name())).toList();
      if (bad.isEmpty()) {
        throw new AssertionError("javac fails without naming a case: " + compilation.diagnostics());
      }
      bad.forEach(c -> errors.put(c.name(), found.get(c.name())));
      remaining.removeAll(bad);
    }
    return remaining;
  }

  private Map<String, List<String>> messages(
      List<CaseFolder> cases, Compilation compilation, Diagnostic.Kind kind) {
    Map<String, List<String>> byCase = new LinkedHashMap<>();
    for (Diagnostic<? extends JavaFileObject> d : compilation.diagnostics()) {
      boolean isError = d.getKind() == Diagnostic.Kind.ERROR;
      if (d.getSource() == null || isError != (kind == Diagnostic.Kind.ERROR)) {
        continue;
      }
      Path file = Path.of(d.getSource().toUri());
      boolean ours = file.startsWith(compilation.generated());
      if (isError || ours) {
        cases.stream()
            .filter(
                c ->
                    ours
                        ? file.getParent().equals(c.generatedIn(generated))
                        : c.sources().contains(file))
            .forEach(
                c ->
                    byCase.computeIfAbsent(c.name(), n -> new ArrayList<>()).add(message(file, d)));
      }
    }
    return byCase;
  }

  private void compileDrivers(List<CaseFolder> cases) {
    Map<Path, String> drivers = new LinkedHashMap<>();
    Path root = directory.resolve("sources");
    for (CaseFolder c : cases) {
      drivers.putAll(Drivers.write(root.resolve(c.name()), c));
    }
    Path classes = directory.resolve("run" + (run - 1)).resolve("classes");
    List<Path> remaining = new ArrayList<>(drivers.keySet());
    while (!remaining.isEmpty()) {
      Compilation compilation = Compilation.plain(remaining, directory.resolve("drivers"), classes);
      if (compilation.success()) {
        return;
      }
      Set<Path> bad =
          compilation.diagnostics().stream()
              .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
              .map(d -> Path.of(d.getSource().toUri()))
              .collect(Collectors.toCollection(LinkedHashSet::new));
      bad.forEach(file -> brokenDrivers.add(drivers.get(file)));
      compilation.diagnostics().forEach(System.err::println);
      remaining.removeAll(bad);
    }
  }

  private static ClassLoader loader(List<Path> classPath) {
    URL[] urls = new URL[classPath.size()];
    try {
      for (int i = 0; i < urls.length; i++) {
        urls[i] = Files.createDirectories(classPath.get(i)).toUri().toURL();
      }
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    URLClassLoader loader = new URLClassLoader(urls, CompiledCases.class.getClassLoader());
    loader.setDefaultAssertionStatus(true);
    return loader;
  }
}
