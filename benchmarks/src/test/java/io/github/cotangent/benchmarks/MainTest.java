package io.github.cotangent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cotangent.benchmarks.problem.Adbench;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The driver runs, on tiny problems and for no longer than it must. */
class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  @Test
  void printsATable() {
    assumeTrue(Adbench.find().filter(Files::isDirectory).isPresent(), "no ADBench data");
    int exitCode = run("--problems=gmm_test,ba_test", "--rounds=2", "--warm-up=1", "--sample=0.1");
    assertThat(exitCode).as("%s", err).isZero();
    assertThat(out.toString())
        .containsPattern("\\| gmm_test \\| \\d+\\.\\d{3} \\| \\d+\\.\\d{3} \\| \\*\\*")
        .containsPattern("\\| ba_test \\| \\d+ \\| \\d+ \\|");
  }

  @Test
  void saysWhenThereIsNoData() {
    assertThat(run("--data=nowhere")).isEqualTo(2);
    assertThat(err.toString()).startsWith("no folder nowhere");
  }
}
