package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cotangent.processor.optimize.Optimization;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every case with each optimisation switched off. A case whose derivatives stay as they are need
 * not be run once more. No method of the cases is so long that it is split: {@link LongMethodsTest}
 * has such.
 */
class WithoutOptimisationTest {

  @TempDir static Path directory;

  @TestFactory
  Stream<DynamicNode> runs() {
    List<CaseFolder> cases = CaseFolder.all();
    Path with = CompiledCases.generate(cases, directory.resolve("with"), List.of());
    return Stream.of(Optimization.values())
        .filter(o -> o != Optimization.SPLIT_METHODS)
        .map(o -> dynamicContainer("without " + o.id(), without(o.id(), cases, with)));
  }

  private static Stream<DynamicNode> without(String id, List<CaseFolder> cases, Path with) {
    Path output = directory.resolve("no-" + id);
    List<String> off = List.of("-Acotangent.disable=" + id);
    Path without = CompiledCases.generate(cases, output.resolve("texts"), off);
    List<CaseFolder> using =
        cases.stream().filter(c -> !c.generated(with).equals(c.generated(without))).toList();
    CompiledCases compiled = CompiledCases.of(using, output, off);
    return Stream.concat(
        Stream.of(dynamicTest("is used", () -> isUsed(id, cases, using))),
        using.stream().map(c -> dynamicContainer(c.name(), CaseRuns.ofGradients(compiled, c))));
  }

  private static void isUsed(String id, List<CaseFolder> cases, List<CaseFolder> using) {
    System.out.printf("%d of %d cases use %s%n", using.size(), cases.size(), id);
    assertThat(using.isEmpty() && !CaseFolder.areChosen()).isFalse();
  }
}
