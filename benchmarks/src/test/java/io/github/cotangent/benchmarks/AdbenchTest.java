package io.github.cotangent.benchmarks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.cotangent.benchmarks.ba.BaProblem;
import io.github.cotangent.benchmarks.gmm.GmmProblem;
import io.github.cotangent.benchmarks.lstm.LstmProblem;
import io.github.cotangent.benchmarks.problem.Adbench;
import io.github.cotangent.benchmarks.problem.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The objectives, the generated derivatives and those by hand agree with ADBench's reference to
 * 1e-8, on all problems. Without ADBench's data the tests are skipped.
 */
class AdbenchTest {

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
    return problem.kernels().keySet().stream()
        .map(contender -> dynamicTest(contender.title(), () -> problem.verify(contender)));
  }
}
