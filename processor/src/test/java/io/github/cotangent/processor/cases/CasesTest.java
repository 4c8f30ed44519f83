package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case: its generated text against the golden one, and its runs against differences. {@code
 * -Dcotangent.rewrite=true} rewrites the goldens, {@code -Dcotangent.case=<prefix>} chooses cases,
 * for {@link CasesInAllModesTest} and {@link WithoutOptimisationTest}, too.
 */
class CasesTest {

  private static final boolean REWRITE = Boolean.getBoolean("cotangent.rewrite");

  @TempDir static Path directory;

  @TestFactory
  Stream<DynamicNode> cases() {
    List<CaseFolder> cases = CaseFolder.all();
    CompiledCases compiled = CompiledCases.of(cases, directory.resolve("all"), List.of());
    summary(cases);
    return cases.stream().map(c -> dynamicContainer(c.name(), tests(compiled, c)));
  }

  private static Stream<DynamicNode> tests(CompiledCases compiled, CaseFolder c) {
    Stream<DynamicNode> golden =
        compiled.errors(c).isEmpty()
            ? Stream.of(dynamicTest("golden", () -> compareGoldens(compiled, c)))
            : Stream.empty();
    return Stream.concat(golden, CaseRuns.ofGradients(compiled, c));
  }

  /** Alone, as in a user's build: no other processor claims what ours does not. */
  @Test
  void aUsersBuildHasNoWarnings() {
    Path input = CaseFolder.resources().resolve("cases/arithmetic/cube_plus_x/Input.java");
    Compilation compilation =
        Compilation.withProcessor(List.of(input), directory.resolve("user"), List.of("-Werror"));
    assertThat(compilation.diagnostics()).isEmpty();
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
