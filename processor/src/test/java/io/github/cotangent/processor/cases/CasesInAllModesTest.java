package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case in forward mode, into the caller's arrays, of second order, in short pieces, and
 * differentiated again.
 */
class CasesInAllModesTest {

  @TempDir static Path directory;

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
                .map(c -> dynamicContainer(c.name(), CaseRuns.of(compiled, c, check))),
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
        accepted.stream().map(c -> dynamicContainer(c.name(), CaseRuns.of(compiled, c, check))));
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
    return cases.stream().map(c -> dynamicContainer(c.name(), CaseRuns.of(compiled, c, check)));
  }
}
