package io.github.cotangent.processor.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One case: {@code cases/<feature>/<case>/Input.java} in the package {@code
 * cases.<feature>.<case>}. Its comment lines say how it is run:
 *
 * <ul>
 *   <li>{@code // run: f(1.5, new double[] {1, 2})}: a point; {@code Inner#f(…)} names a method of
 *       a nested class, whose receiver, if it has one, is the first argument; statements may stand
 *       before the call
 *   <li>{@code // refuse: f(a, a)}: the same, and the gradient must refuse these arguments
 *   <li>{@code // expect: dF(0.0) = 0.5}: an exact value
 *   <li>{@code // kink}: there is nothing to difference, only expectations
 *   <li>{@code // first order}: second derivatives are refused, and are not asked for
 *   <li>{@code // shares: custom/values/Vec.java}: the file of another case, in this one's package
 *   <li>{@code // tolerance: 1e-3}, {@code // step: 0.1}: for the differences, where floats round
 * </ul>
 *
 * @param folder the folder of the case
 * @param name {@code <feature>/<case>}
 * @param points where it is run
 * @param expectations pairs of Java expressions that must be equal
 * @param kink whether the absence of points is meant
 * @param tolerance of the comparison with differences, relative
 * @param step the first step of the differences, relative
 */
record CaseFolder(
    Path folder,
    String name,
    List<Point> points,
    List<Expectation> expectations,
    boolean kink,
    double tolerance,
    double step) {

  private static final double TOLERANCE = 1e-7;
  private static final double STEP = 1e-2;

  /** How the names of the cases to be run begin. */
  private static final String CHOSEN = System.getProperty("cotangent.case", "");

  /**
   * A call of one method of the case.
   *
   * @param text the line as written
   * @param statements what stands before the call
   * @param owner the class in the package, with dots, that declares the method
   * @param method its name
   * @param arguments the argument expressions
   * @param refused whether generated code must refuse the arguments
   */
  record Point(
      String text,
      String statements,
      String owner,
      String method,
      String arguments,
      boolean refused) {

    static Point parse(String text, boolean refused) {
      int split = text.lastIndexOf("; ");
      String call = split < 0 ? text : text.substring(split + 2).strip();
      int open = call.indexOf('(');
      String target = call.substring(0, open);
      int hash = target.indexOf('#');
      return new Point(
          text,
          split < 0 ? "" : text.substring(0, split + 1),
          hash < 0 ? "Input" : target.substring(0, hash),
          target.substring(hash + 1),
          call.substring(open + 1, call.lastIndexOf(')')),
          refused);
    }
  }

  /** Two Java expressions whose values must be equal, NaN being equal to NaN. */
  record Expectation(String actual, String expected) {
    static Expectation parse(String text) {
      int split = text.lastIndexOf(" = ");
      return new Expectation(text.substring(0, split).strip(), text.substring(split + 3).strip());
    }
  }

  /** The root of the test resources in the source tree: goldens are written there. */
  static Path resources() {
    Path module = Path.of(System.getProperty("basedir", ""));
    Path here = module.resolve("src/test/resources").toAbsolutePath();
    return Files.isDirectory(here)
        ? here
        : Path.of("processor/src/test/resources").toAbsolutePath();
  }

  /**
   * All cases, sorted by name; {@code -Dcotangent.case=loops/} keeps those whose name starts so.
   */
  static List<CaseFolder> all() {
    Path root = resources().resolve("cases");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.getFileName().toString().equals("Input.java"))
          .map(f -> read(root, f))
          .filter(c -> c.name.startsWith(CHOSEN))
          .sorted(java.util.Comparator.comparing(CaseFolder::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** True where only some cases are to be run. */
  static boolean areChosen() {
    return !CHOSEN.isEmpty();
  }

  private static CaseFolder read(Path root, Path input) {
    Path folder = input.getParent();
    String name = root.relativize(folder).toString().replace('\\', '/');
    List<Point> points = new ArrayList<>();
    List<Expectation> expectations = new ArrayList<>();
    boolean kink = false;
    double tolerance = TOLERANCE;
    double step = STEP;
    for (String line : text(input).lines().toList()) {
      Optional<String> run = after("// run:", line);
      run.ifPresent(text -> points.add(Point.parse(text, false)));
      after("// refuse:", line).ifPresent(text -> points.add(Point.parse(text, true)));
      after("// expect:", line).ifPresent(text -> expectations.add(Expectation.parse(text)));
      kink |= line.strip().equals("// kink");
      tolerance = after("// tolerance:", line).map(Double::valueOf).orElse(tolerance);
      step = after("// step:", line).map(Double::valueOf).orElse(step);
    }
    return new CaseFolder(folder, name, points, expectations, kink, tolerance, step);
  }

  /** Where a compiler that puts sources into a folder puts those of this case. */
  Path generatedIn(Path root) {
    return root.resolve("cases").resolve(name);
  }

  /** The texts of its generated sources, by their names. */
  Map<String, String> generated(Path root) {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : javaFiles(generatedIn(root))) {
      texts.put(file.getFileName().toString(), text(file));
    }
    return texts;
  }

  /** True where second derivatives are to be checked. */
  boolean hasSecondOrder() {
    return text(folder.resolve("Input.java")).lines().noneMatch("// first order"::equals);
  }

  private static Optional<String> after(String marker, String line) {
    String stripped = line.strip();
    return stripped.startsWith(marker)
        ? Optional.of(stripped.substring(marker.length()).strip())
        : Optional.empty();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forward and reverse mode differ by rounding only: of floats where a case says so. */
  double forwardTolerance() {
    return tolerance == TOLERANCE ? 1e-9 : Math.min(tolerance, 1e-5);
  }

  /** The package of the case's classes. */
  String packageName() {
    return "cases." + name.replace('/', '.');
  }

  /** The case's sources: all Java files but the goldens, and what it shares with other cases. */
  List<Path> sources() {
    List<Path> all =
        new ArrayList<>(
            javaFiles(folder).stream()
                .filter(f -> !f.getFileName().toString().startsWith("Expected"))
                .toList());
    text(folder.resolve("Input.java"))
        .lines()
        .flatMap(line -> after("// shares:", line).stream())
        .forEach(file -> all.add(shared(file)));
    return all;
  }

  /** Writes a copy of another case's file, in this case's package. */
  private Path shared(String file) {
    Path root = resources();
    Path from = root.resolve("cases").resolve(file);
    Path copy =
        root.resolve("../../../target/shared-cases")
            .normalize()
            .resolve(name)
            .resolve(from.getFileName());
    try {
      Files.createDirectories(copy.getParent());
      String text = text(from).replaceFirst("package [\\w.]+;", "package " + packageName() + ";");
      // Other test classes, each in its own JVM, may be reading the same file.
      Path whole = Files.createTempFile(copy.getParent(), "whole", ".txt");
      Files.writeString(whole, text);
      return Files.move(
          whole, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The golden texts that are there. */
  List<Path> goldens() {
    return javaFiles(folder).stream()
        .filter(f -> f.getFileName().toString().startsWith("Expected"))
        .toList();
  }

  static List<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the golden text of a generated file stands: {@code dInput.java} in Expected.java. */
  Path golden(Path generated) {
    String file = generated.getFileName().toString();
    String type = file.substring(1, file.length() - ".java".length());
    return folder.resolve("Expected" + (type.equals("Input") ? "" : type) + ".java");
  }

  @Override
  public String toString() {
    return name;
  }
}
