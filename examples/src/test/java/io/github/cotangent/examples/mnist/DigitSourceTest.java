package io.github.cotangent.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.examples.chapter.BadUsageException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DigitSourceTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
  private final MnistDownload noMirror = new MnistDownload(List.of(), Map.of(), out);

  @Test
  void aFolderIsRead() throws IOException {
    MnistFolderTest.write(folder, 20, 10);
    DigitSource.Sets sets = source("--data", folder.toString()).load(out);
    assertThat(sets.drawn()).isFalse();
    assertThat(sets.train().count()).isEqualTo(20);
    assertThat(sets.test().count()).isEqualTo(10);
    assertThat(said())
        .containsExactly("Read from '" + folder + "': 20 digits to train with, 10 to test with.");
  }

  @Test
  void nothingTakesThePlaceOfANamedFolder() {
    DigitSource source = source("--data", folder.toString());
    assertThatThrownBy(() -> source.load(out))
        .isInstanceOf(BadUsageException.class)
        .hasMessageContaining("train-images-idx3-ubyte' is missing");
    assertThatThrownBy(source::check).hasMessageContaining("is missing");
  }

  @Test
  void withoutAFolderDigitsAreDrawn() {
    DigitSource.Sets sets = source().load(out);
    assertThat(sets.drawn()).isTrue();
    assertThat(sets.train().image(0)).isNotEqualTo(sets.test().image(0));
    assertThat(said())
        .containsExactly(
            "No --data folder is given.",
            "Drawn by a program, not by people: 10000 digits to train with, 2000 to test with.",
            "They are easier than MNIST; do not compare the accuracy.");
  }

  @Test
  void withoutANetworkDigitsAreDrawn() {
    DigitSource source = source("--data", folder.toString(), "--download");
    assertThat(source.load(noMirror, out).drawn()).isTrue();
    assertThat(said()).startsWith("No mirror can be reached.");
  }

  @Test
  void nothingIsDownloadedThatIsThere() throws IOException {
    MnistFolderTest.write(folder, 20, 10);
    DigitSource source = source("--download", "--data", folder.toString());
    assertThat(source.load(noMirror, out).drawn()).isFalse();
  }

  @Test
  void aDownloadNeedsAFolder() {
    assertThatThrownBy(() -> source("--download"))
        .isInstanceOf(BadUsageException.class)
        .hasMessage("--download needs to know where to: add --data <folder>.");
  }

  @Test
  void theFirstDigitsAreEnoughIfSoWanted() {
    DigitSource.Sets sets = options("--train", "1234").load(out);
    assertThat(sets.train().labels())
        .isEqualTo(Arrays.copyOf(options().load(out).train().labels(), 1234));
    assertThat(sets.test().count()).isEqualTo(2000);
    assertThat(said()).contains("Of those to train with, only the first 1234 are used.");
  }

  @Test
  void thereMustBeThatMany() {
    assertThatThrownBy(options("--train", "999")::check)
        .isInstanceOf(BadUsageException.class)
        .hasMessage("--train is 999, and must be at least 1000.");
    assertThatThrownBy(() -> options("--train", "10001").load(out))
        .isInstanceOf(BadUsageException.class)
        .hasMessage("--train is 10001, but there are only 10000 digits to train with.");
  }

  private static DigitSource source(String... args) {
    return options(args).source();
  }

  private static DigitOptions options(String... args) {
    DigitOptions options = new DigitOptions();
    new CommandLine(options).parseArgs(args);
    return options;
  }

  private List<String> said() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
