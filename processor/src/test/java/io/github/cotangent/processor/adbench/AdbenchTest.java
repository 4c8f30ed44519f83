package io.github.cotangent.processor.adbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cotangent.processor.cases.Compilation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Gradients agree with ADBench's reference to 1e-8; the cost is printed, not judged. The data is
 * looked for in {@code ../shared/data/adbench} beside the project, or where {@code
 * -Dcotangent.adbench=} says; without it the tests are skipped.
 */
class AdbenchTest {

  private static final double TOLERANCE = 1e-8;
  private static final int RUNS = 7;

  @TempDir static Path directory;

  @TestFactory
  Stream<DynamicTest> gaussianMixtures() throws Exception {
    return tests("gmm", Problem::gmm);
  }

  @TestFactory
  Stream<DynamicTest> recurrentNetworks() throws Exception {
    return tests("lstm", Problem::lstm);
  }

  @TestFactory
  Stream<DynamicTest> bundleAdjustment() throws Exception {
    return tests(
        "ba",
        (data, name) ->
            name.startsWith("bafull")
                ? Problem.fullBa(data, name)
                : Problem.replicatedBa(data, name));
  }

  private static Stream<DynamicTest> tests(String folder, BiFunction<Path, String, Problem> load)
      throws Exception {
    Path data = data();
    assumeTrue(Files.isDirectory(data), "no ADBench data at " + data);
    Class<?> runs = compile(directory.resolve(folder));
    try (Stream<Path> files = Files.list(data.resolve(folder))) {
      List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
      return names.stream()
          .map(name -> dynamicTest(name, () -> check(runs, load.apply(data, name))));
    }
  }

  private static Path module() {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    return Files.isDirectory(module.resolve("src/test")) ? module : module.resolve("processor");
  }

  private static Path data() {
    String given = System.getProperty("cotangent.adbench");
    return given == null
        ? module().resolve("../../shared/data/adbench").normalize()
        : Path.of(given);
  }

  private static Class<?> compile(Path output) throws IOException, ClassNotFoundException {
    Path sources = module().resolve("src/test/resources/adbench");
    try (Stream<Path> files = Files.list(sources)) {
      Compilation compilation =
          Compilation.withProcessor(files.sorted().toList(), output, List.of());
      assertThat(compilation.success()).as("%s", compilation.diagnostics()).isTrue();
      URL[] classes = {compilation.classes().toUri().toURL()};
      URLClassLoader loader = new URLClassLoader(classes, AdbenchTest.class.getClassLoader());
      return Class.forName("adbench.Runs", true, loader);
    }
  }

  private static void check(Class<?> runs, Problem problem) throws Exception {
    Method primal = method(runs, problem.primal());
    Method derivative = method(runs, problem.derivative());
    double[] values = values(primal.invoke(null, problem.arguments()));
    compare("value", Arrays.copyOf(values, problem.values().length), problem.values());
    Object derivatives = derivative.invoke(null, problem.arguments());
    double[][] rows =
        derivatives instanceof double[][] m ? m : new double[][] {(double[]) derivatives};
    for (int i = 0; i < problem.derivatives().length; i++) {
      compare("row " + i, rows[i], problem.derivatives()[i]);
    }
    double once = median(primal, problem.arguments());
    double all = median(derivative, problem.arguments());
    System.out.printf(
        "%-28s primal %9.3f ms, gradient %9.3f ms, ratio %5.2f%n",
        problem.name(), once, all, all / once);
  }

  private static Method method(Class<?> runs, String name) {
    return Arrays.stream(runs.getMethods())
        .filter(m -> m.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static double[] values(Object result) {
    return result instanceof Double d
        ? new double[] {d}
        : Arrays.stream((double[][]) result).flatMapToDouble(Arrays::stream).toArray();
  }

  private static void compare(String what, double[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      double scale = Math.max(Math.abs(expected[i]), 1e-6 * largest);
      double error = Math.abs(actual[i] - expected[i]);
      assertThat(error <= TOLERANCE * scale)
          .as("%s[%d] is %s, expected %s", what, i, actual[i], expected[i])
          .isTrue();
    }
  }

  /** Milliseconds of a run: the median, after as many to warm up. */
  private static double median(Method method, Object[] arguments) throws Exception {
    double[] times = new double[RUNS];
    for (int i = 0; i < 2 * RUNS; i++) {
      long start = System.nanoTime();
      method.invoke(null, arguments);
      times[i % RUNS] = (System.nanoTime() - start) * 1e-6;
    }
    Arrays.sort(times);
    return times[RUNS / 2];
  }
}
