package io.github.cotangent.benchmarks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cotangent.benchmarks.ba.BaProblem;
import io.github.cotangent.benchmarks.gmm.GmmProblem;
import io.github.cotangent.benchmarks.lstm.LstmProblem;
import io.github.cotangent.benchmarks.problem.Adbench;
import io.github.cotangent.benchmarks.problem.Contender;
import io.github.cotangent.benchmarks.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The objectives and the generated derivatives agree with ADBench's reference to 1e-8 on all
 * problems; those by hand and Hipparchus' where that does not take long. Without ADBench's data the
 * tests are skipped.
 */
class AdbenchTest {

  /** Up to how many derivatives in a row a contender is tested; the driver verifies all. */
  private static final Map<Contender, Integer> LIMITS =
      Map.of(Contender.HIPPARCHUS, 30, Contender.PUSH_POP, 5_000);

  @TestFactory
  Stream<DynamicNode> gaussianMixtures() {
    return tests(GmmProblem.FOLDER);
  }

  @TestFactory
  Stream<DynamicNode> recurrentNetworks() {
    return tests(LstmProblem.FOLDER);
  }

  @TestFactory
  Stream<DynamicNode> bundleAdjustment() {
    return tests(BaProblem.FOLDER);
  }

  private static Stream<DynamicNode> tests(String folder) {
    Optional<Path> data = Adbench.find().filter(Files::isDirectory);
    assumeTrue(data.isPresent(), "no ADBench data");
    return Adbench.names(data.get(), folder).stream()
        .map(name -> DynamicContainer.dynamicContainer(name, contenders(data.get(), name)));
  }

  private static Stream<DynamicNode> contenders(Path data, String name) {
    Problem problem = Problems.load(data, name);
    int parameters = problem.derivatives().rows()[0].length;
    return problem.kernels().keySet().stream()
        .filter(contender -> parameters <= LIMITS.getOrDefault(contender, Integer.MAX_VALUE))
        .map(contender -> dynamicTest(contender.title(), () -> problem.verify(contender)));
  }
}
