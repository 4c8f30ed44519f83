package io.github.cotangent.examples.mnist;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The genuine digits that tests use: in {@code ../shared/data/mnist} beside the project, or where
 * {@code -Dcotangent.mnist=} says; without them the test is skipped.
 */
final class GenuineDigits {

  private GenuineDigits() {}

  static Path folder() {
    String given = System.getProperty("cotangent.mnist");
    Path folder =
        given == null ? module().resolve("../../shared/data/mnist").normalize() : Path.of(given);
    assumeTrue(Files.isDirectory(folder), "no genuine digits in " + folder);
    return folder;
  }

  private static Path module() {
    Path module = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    return Files.isDirectory(module.resolve("src/test")) ? module : module.resolve("examples");
  }
}
