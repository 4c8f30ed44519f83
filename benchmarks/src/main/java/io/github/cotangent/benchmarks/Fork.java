package io.github.cotangent.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A problem measured in a JVM of its own. HotSpot compiles a method for the data that it saw first:
 * in one JVM, kernels that had run in two dimensions would be measured in sixty-four as they are
 * compiled for two.
 */
final class Fork {

  private Fork() {}

  /**
   * Runs this program once more, with the same flags of Java.
   *
   * @return what it printed, a line each
   * @throws IllegalStateException if it fails; it has said why on the standard error stream
   */
  static List<String> lines(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (Stream<String> lines =
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
              .lines()) {
        List<String> all = lines.toList();
        if (process.waitFor() != 0) {
          throw new IllegalStateException("the JVM that measures failed: " + arguments);
        }
        return all;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start another JVM: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
