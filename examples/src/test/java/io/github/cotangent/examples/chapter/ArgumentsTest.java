package io.github.cotangent.examples.chapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.examples.pt003_minimize_univariate.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {

  @Test
  void plotsGoToTheNamedFolder(@TempDir Path folder) {
    Path plots = folder.resolve("plots");
    String[] args = {"--plots", plots.toString()};
    assertThat(Arguments.plotFolder(args)).isEqualTo(plots).isDirectory();
  }

  @Test
  void plotsGoToTheBuildFolderByDefault() {
    assertThat(Arguments.DEFAULT_PLOTS).isEqualTo(Path.of("target", "plots"));
    assertThat(Arguments.plotFolder(new String[0])).isEqualTo(Arguments.DEFAULT_PLOTS);
  }

  @Test
  void aChapterWithoutOptionsTakesNone() {
    assertThatThrownBy(() -> Arguments.checkNone(new String[] {"fast"}))
        .isInstanceOf(BadUsageException.class)
        .hasMessage("This chapter takes no arguments, but it was given 'fast'.");
  }

  @Test
  void aFileCannotBeAFolder(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> Arguments.writableFolder(file.resolve("plots")))
        .isInstanceOf(BadUsageException.class)
        .hasMessageContaining("cannot be created");
  }

  @Test
  void aChapterLeavesWithCodeTwoAndOneLine() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--verbose")
            .redirectErrorStream(true)
            .start();
    byte[] said = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isEqualTo(2);
    Stream<String> lines = new String(said, StandardCharsets.UTF_8).lines();
    assertThat(lines.filter(line -> !line.startsWith("Picked up")).toList())
        .isEqualTo(
            List.of(
                "'--verbose' is not an option of this chapter: its only option is --plots"
                    + " <folder>."));
  }
}
