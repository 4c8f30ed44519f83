package io.github.cotangent.examples.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.examples.pt003_minimize_univariate.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ChapterTest {

  private static final String HELP = " (--help shows what this chapter takes)";

  private final StringWriter said = new StringWriter();

  @Command(name = "plain")
  private static final class Plain implements Callable<Integer> {
    private final Callable<Integer> task;

    Plain(Callable<Integer> task) {
      this.task = task;
    }

    @Override
    public Integer call() throws Exception {
      return task.call();
    }
  }

  @Command(name = "plotting")
  private static final class Plotting implements Callable<Integer> {
    @Mixin private PlotFolder plots = new PlotFolder();
    private Path path;

    @Override
    public Integer call() {
      path = plots.path();
      return 0;
    }
  }

  @Test
  void plotsGoToTheNamedFolder(@TempDir Path folder) {
    Path plots = folder.resolve("plots");
    Plotting chapter = new Plotting();
    assertThat(exitCode(chapter, "--plots", plots.toString())).isZero();
    assertThat(chapter.path).isEqualTo(plots).isDirectory();
  }

  @Test
  void plotsGoToTheBuildFolderByDefault() {
    Plotting chapter = new Plotting();
    assertThat(exitCode(chapter)).isZero();
    assertThat(chapter.path).isEqualTo(Path.of("target", "plots"));
  }

  @Test
  void aFileCannotBeAFolder(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertRefused(
        new Plotting(),
        "The folder '"
            + file.resolve("plots")
            + "' for plots cannot be created: name another with --plots.",
        "--plots",
        file.resolve("plots").toString());
  }

  @Test
  void mistakesAreNamedInOneSentence() {
    assertRefused(new Plain(() -> 0), "Unmatched argument at index 0: 'fast'" + HELP, "fast");
    assertRefused(new Plotting(), "Unknown option: '--plot'" + HELP, "--plot");
    assertRefused(
        new Plotting(),
        "Missing required parameter for option '--plots' (<folder>)" + HELP,
        "--plots");
    assertRefused(
        new Plotting(),
        "option '--plots' (<folder>) should be specified only once" + HELP,
        "--plots",
        "a",
        "--plots",
        "b");
  }

  @Test
  void aNameThatNoFolderCanHave() {
    for (String name : new String[] {"a\0b", " "}) {
      assertRefused(
          new Plotting(),
          "Invalid value for option '--plots': '"
              + name
              + "' cannot be the name of a file or folder"
              + HELP,
          "--plots",
          name);
    }
  }

  @Test
  void whatIsNoMistakeOfTheUserHasAStackTrace() {
    Callable<Integer> broken =
        new Plain(
            () -> {
              throw new IllegalStateException("a bug");
            });
    assertThat(exitCode(broken)).isEqualTo(1);
    assertThat(said.toString()).contains("IllegalStateException: a bug", "\tat ");
  }

  @Test
  void sizesThatNoArrayHas() {
    assertThat(Sizes.check("--hidden", 20_000)).isEqualTo(20_000);
    assertRefused(
        new Plain(() -> Sizes.check("--hidden", 0)), "--hidden is 0, and must be at least 1.");
    assertRefused(
        new Plain(() -> Sizes.check("--hidden", 20_001)),
        "--hidden is 20001, and cannot be more than 20000.");
  }

  @Test
  void tooLittleMemoryIsSaid() {
    assertRefused(
        new Plain(
            () -> {
              throw new OutOfMemoryError("a test");
            }),
        "There is not enough memory for this: ask for less, or give Java more.");
  }

  @Test
  void helpIsNoMistake() {
    assertThat(exitCode(new Plain(() -> 1), "--help")).isZero();
  }

  @Test
  void aChapterThatEndsWellComesBack() {
    Plotting chapter = new Plotting();
    Chapter.run(chapter);
    assertThat(chapter.path).isNotNull();
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
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isEqualTo(2);
    Stream<String> lines = new String(output, StandardCharsets.UTF_8).lines();
    assertThat(lines.filter(line -> !line.startsWith("Picked up")).toList())
        .isEqualTo(List.of("Unknown option: '--verbose'" + HELP));
  }

  private int exitCode(Callable<Integer> chapter, String... args) {
    return Chapter.exitCode(chapter, new PrintWriter(said, true), args);
  }

  private void assertRefused(Callable<Integer> chapter, String sentence, String... args) {
    said.getBuffer().setLength(0);
    assertThat(exitCode(chapter, args)).isEqualTo(2);
    assertThat(said.toString()).isEqualTo(sentence + System.lineSeparator());
  }
}
