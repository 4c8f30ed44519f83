package io.github.cotangent.examples.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void aLogGetsALineNowAndThen() {
    assertThat(said(Duration.ZERO).lines())
        .hasSize(3)
        .allMatch(line -> line.matches("training: step [123] of 3, [\\d.]+/s, loss [012]"));
  }

  @Test
  void aTaskThatIsSoonDoneSaysNothing() {
    assertThat(said(Duration.ofHours(1))).isEmpty();
  }

  private static String said(Duration between) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    try (Progress progress = new Progress.Lines("training", 3, between, out)) {
      for (int i = 0; i < 3; i++) {
        progress.step("loss " + i);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
