package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/** The tests of one compiled case: that it compiled, and one for each of its points. */
final class CaseRuns {

  /** A wrong loop must not hang the build; right ones take milliseconds. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private CaseRuns() {}

  /** Each gradient against differences, and the exact values. */
  static Stream<DynamicNode> ofGradients(CompiledCases compiled, CaseFolder c) {
    return Stream.concat(of(compiled, c, RunCheck::check), exact(compiled, c));
  }

  /** Another check of each point. */
  static Stream<DynamicNode> of(CompiledCases compiled, CaseFolder c, Consumer<RunCheck> check) {
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

  private static Stream<DynamicNode> exact(CompiledCases compiled, CaseFolder c) {
    List<DynamicNode> tests = new ArrayList<>();
    for (int i = 0; compiled.errors(c).isEmpty() && i < c.expectations().size(); i++) {
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
}
