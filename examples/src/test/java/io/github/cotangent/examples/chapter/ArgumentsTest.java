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
  void plotsGoToTheBuildFolderByDefault() {
    assertThat(Arguments.plotOption(new String[0])).isEqualTo(Path.of("target", "plots"));
    assertThat(Arguments.plotOption(new String[] {"--plots", "here"})).isEqualTo(Path.of("here"));
  }

  @Test
  void mistakesAreNamedInOneSentence() {
    assertRefused("'--plot' is not an option of this chapter", "--plot", "here");
    assertRefused("--plots needs the name of a folder after it.", "--plots");
    assertRefused(
        "Nothing may follow --plots <folder>, but 'there' does.", "--plots", "a", "there");
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

  private static void assertRefused(String message, String... args) {
    assertThatThrownBy(() -> Arguments.plotOption(args))
        .isInstanceOf(BadUsageException.class)
        .hasMessageStartingWith(message);
  }
}
