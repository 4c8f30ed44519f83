package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cotangent.processor.optimize.Optimization;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case: its generated text against the golden one, and its runs against differences; the runs
 * once more with each optimisation switched off. {@code -Dcotangent.rewrite=true} rewrites the
 * goldens, {@code -Dcotangent.case=<prefix>} chooses cases.
 */
class CasesTest {

  /** A wrong loop must not hang the build; right ones take milliseconds. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final boolean REWRITE = Boolean.getBoolean("cotangent.rewrite");

  @TempDir static Path directory;

  @TestFactory
  Stream<DynamicNode> cases() {
    List<CaseFolder> cases = CaseFolder.all();
    CompiledCases compiled = CompiledCases.of(cases, directory.resolve("all"), List.of());
    summary(cases);
    return cases.stream().map(c -> dynamicContainer(c.name(), tests(compiled, c, true)));
  }

  @TestFactory
  Stream<DynamicNode> withoutOneOptimisation() {
    List<CaseFolder> cases = CaseFolder.all();
    return Optimization.names().stream()
        .map(
            name -> {
              CompiledCases compiled =
                  CompiledCases.of(
                      cases,
                      directory.resolve("no-" + name),
                      List.of("-Acotangent.disable=" + name));
              return dynamicContainer(
                  "without " + name,
                  cases.stream().map(c -> dynamicContainer(c.name(), tests(compiled, c, false))));
            });
  }

  /** The longest that a method may be here is so short that nearly everything is split. */
  @TestFactory
  Stream<DynamicNode> splitToPieces() {
    return generating(
        CaseFolder.all(),
        "JVP",
        List.of("-Acotangent.methodBytes=120"),
        run -> {
          run.check();
          run.checkForward();
          run.checkInto();
        });
  }

  @TestFactory
  Stream<DynamicNode> inForwardModeAndIntoArrays() {
    return withAndWithoutInto(
        CaseFolder.all(),
        "JVP,JACOBIAN",
        "VALUE_AND_GRADIENT_INTO,JACOBIAN_INTO",
        run -> {
          run.checkForward();
          run.checkInto();
          run.checkJacobian();
        });
  }

  @TestFactory
  Stream<DynamicNode> ofSecondOrder() {
    List<CaseFolder> cases = CaseFolder.all().stream().filter(CaseFolder::hasSecondOrder).toList();
    return withAndWithoutInto(
        cases, "HVP,HESSIAN", "HVP_INTO,HESSIAN_INTO", RunCheck::checkSecondOrder);
  }

  /** All in one compilation; the few cases that cannot add to the caller's arrays, without that. */
  private Stream<DynamicNode> withAndWithoutInto(
      List<CaseFolder> cases, String outputs, String into, Consumer<RunCheck> check) {
    CompiledCases compiled =
        CompiledCases.of(
            cases,
            directory.resolve(into),
            List.of("-Acotangent.generate=" + outputs + "," + into));
    List<CaseFolder> refused = cases.stream().filter(c -> !compiled.errors(c).isEmpty()).toList();
    return Stream.of(
            Stream.of(dynamicTest("refused for one reason", () -> haveNumbers(compiled, refused))),
            cases.stream()
                .filter(c -> !refused.contains(c))
                .map(c -> dynamicContainer(c.name(), checks(compiled, c, check))),
            refused.isEmpty()
                ? Stream.<DynamicNode>empty()
                : generating(refused, outputs, List.of(), check))
        .flatMap(s -> s);
  }

  private static void haveNumbers(CompiledCases compiled, List<CaseFolder> refused) {
    assertThat(refused).hasSizeLessThan(CaseFolder.all().size() / 20 + 2);
    for (CaseFolder c : refused) {
      assertThat(compiled.errors(c)).as(c.name()).allMatch(e -> e.contains("that hold numbers"));
    }
  }

  /**
   * What is generated can be differentiated again, in both modes: forward over reverse and reverse
   * over reverse. A few are refused, as the user's own code would be.
   */
  @TestFactory
  Stream<DynamicNode> fedBack() {
    List<CaseFolder> cases = FedBack.of(CaseFolder.all(), directory.resolve("fed"));
    if (cases.isEmpty()) {
      return Stream.empty();
    }
    CompiledCases compiled =
        CompiledCases.of(
            cases, directory.resolve("again"), List.of("-Acotangent.generate=JVP,PULLBACK"));
    List<CaseFolder> accepted = cases.stream().filter(c -> compiled.errors(c).isEmpty()).toList();
    int points = accepted.stream().mapToInt(c -> c.points().size()).sum();
    System.out.printf(
        "fed back: %d points in %d cases; %d cases refused%n",
        points, accepted.size(), cases.size() - accepted.size());
    Consumer<RunCheck> check =
        run -> {
          run.check();
          run.checkForward();
        };
    return Stream.concat(
        Stream.of(
            dynamicTest("most are accepted", () -> mostAreAccepted(cases, accepted)),
            dynamicTest("the rest is refused by us", () -> refused(compiled, cases))),
        accepted.stream().map(c -> dynamicContainer(c.name(), checks(compiled, c, check))));
  }

  private static void mostAreAccepted(List<CaseFolder> cases, List<CaseFolder> accepted) {
    assertThat(accepted.size()).isGreaterThanOrEqualTo(cases.size() * 9 / 10);
  }

  private static void refused(CompiledCases compiled, List<CaseFolder> cases) {
    for (CaseFolder c : cases) {
      assertThat(compiled.errors(c)).as(c.name()).allMatch(e -> e.contains("[Cotangent/"));
    }
  }

  private Stream<DynamicNode> generating(
      List<CaseFolder> cases, String output, List<String> more, Consumer<RunCheck> check) {
    List<String> options = new ArrayList<>(List.of("-Acotangent.generate=" + output));
    options.addAll(more);
    CompiledCases compiled =
        CompiledCases.of(cases, directory.resolve(output + options.size()), options);
    return cases.stream().map(c -> dynamicContainer(c.name(), checks(compiled, c, check)));
  }

  private static Stream<DynamicNode> checks(
      CompiledCases compiled, CaseFolder c, Consumer<RunCheck> check) {
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(dynamicTest("compiles", () -> compiles(compiled, c)));
    for (int i = 0; compiled.errors(c).isEmpty() && i < c.points().size(); i++) {
      int index = i;
      tests.add(
          dynamicTest(
              c.points().get(i).text(),
              () ->
                  assertTimeoutPreemptively(
                      LIMIT, () -> check.accept(new RunCheck(compiled, c, index)))));
    }
    return tests.stream();
  }

  /** Alone, as in a user's build: no other processor claims what ours does not. */
  @Test
  void aUsersBuildHasNoWarnings() {
    Path input = CaseFolder.resources().resolve("cases/arithmetic/cube_plus_x/Input.java");
    Compilation compilation =
        Compilation.withProcessor(List.of(input), directory.resolve("user"), List.of("-Werror"));
    assertThat(compilation.diagnostics()).isEmpty();
  }

  private static Stream<DynamicNode> tests(CompiledCases compiled, CaseFolder c, boolean goldens) {
    List<DynamicNode> tests = new ArrayList<>();
    tests.add(dynamicTest("compiles", () -> compiles(compiled, c)));
    if (!compiled.errors(c).isEmpty()) {
      return tests.stream();
    }
    if (goldens) {
      tests.add(dynamicTest("golden", () -> compareGoldens(compiled, c)));
    }
    for (int i = 0; i < c.points().size(); i++) {
      int index = i;
      tests.add(
          dynamicTest(
              c.points().get(i).text(),
              () ->
                  assertTimeoutPreemptively(
                      LIMIT, () -> new RunCheck(compiled, c, index).check())));
    }
    for (int i = 0; i < c.expectations().size(); i++) {
      int index = i;
      String text = c.expectations().get(i).actual() + " = " + c.expectations().get(i).expected();
      tests.add(dynamicTest(text, () -> expect(compiled, c, index)));
    }
    return tests.stream();
  }

  private static void compiles(CompiledCases compiled, CaseFolder c) {
    assertThat(compiled.errors(c)).as("errors").isEmpty();
    assertThat(compiled.warnings(c)).as("warnings in generated code").isEmpty();
    for (String driver : List.of(Drivers.POINTS, Drivers.EXPECTATIONS)) {
      assertThat(compiled.hasBrokenDriver(c.packageName() + "." + driver)).as(driver).isFalse();
    }
    assertThat(c.points().isEmpty()).as("has no points").isEqualTo(c.kink());
  }

  private static void compareGoldens(CompiledCases compiled, CaseFolder c) throws IOException {
    Set<Path> stale = new HashSet<>(c.goldens());
    for (Path generated : compiled.generated(c)) {
      Path golden = c.golden(generated);
      stale.remove(golden);
      if (REWRITE) {
        Files.copy(generated, golden, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
      assertThat(golden).as("run with -Dcotangent.rewrite=true, then read it").exists();
      assertThat(CaseFolder.text(generated)).isEqualTo(CaseFolder.text(golden));
    }
    assertThat(compiled.generated(c)).isNotEmpty();
    assertThat(stale).isEmpty();
  }

  private static void expect(CompiledCases compiled, CaseFolder c, int index) throws Exception {
    String name = c.packageName() + "." + Drivers.EXPECTATIONS;
    Method get = Class.forName(name, true, compiled.loader()).getDeclaredMethod("get" + index);
    Object[] values = (Object[]) Outcome.of(get, null, new Object[0]).get();
    double actual = RunCheck.number(values[0]);
    double expected = RunCheck.number(values[1]);
    assertThat(actual == expected || Double.isNaN(actual) && Double.isNaN(expected))
        .as("%s, expected %s", actual, expected)
        .isTrue();
  }

  private static void summary(List<CaseFolder> cases) {
    Map<String, Integer> features = new TreeMap<>();
    cases.forEach(
        c -> features.merge(c.name().substring(0, c.name().indexOf('/')), 1, Integer::sum));
    int points = cases.stream().mapToInt(c -> c.points().size()).sum();
    int expectations = cases.stream().mapToInt(c -> c.expectations().size()).sum();
    System.out.printf(
        "%d cases, %d points, %d exact values: %s%n", cases.size(), points, expectations, features);
  }
}
