package io.github.cotangent.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cotangent.benchmarks.problem.Adbench;
import io.github.cotangent.benchmarks.training.Task;
import io.github.cotangent.benchmarks.training.Tasks;
import io.github.cotangent.benchmarks.training.Torch;
import io.github.cotangent.benchmarks.training.Trainee;
import io.github.cotangent.benchmarks.typical.TypicalFunctions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    tableOf("--one-jvm");
  }

  @Test
  void measuresEachProblemInAnotherJvm() {
    assumeTrue(Adbench.find().filter(Files::isDirectory).isPresent(), "no ADBench data");
    tableOf();
  }

  private void tableOf(String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--problems=gmm_test,ba_test", "--rounds=2", "--warm-up=1", "--sample=0.1"));
    int exitCode = run(all.toArray(String[]::new));
    assertThat(exitCode).as("%s", err).isZero();
    assertThat(out.toString())
        .containsPattern("\\| gmm_test \\| \\d+\\.\\d{3} \\| \\d+\\.\\d{3} \\| \\*\\*")
        .containsPattern("\\| ba_test \\| \\d+ \\| \\d+ \\|");
  }

  /** In this JVM: a function at a time. */
  @Test
  void typicalPrintsARowWhenTheGradientIsRight() {
    for (int i = 0; i < TypicalFunctions.all().size(); i++) {
      int exitCode = run("typical", "--row=" + i, "--rounds=1", "--warm-up=1", "--sample=0.1");
      assertThat(exitCode).as("%s", err).isZero();
    }
    assertThat(out.toString()).containsPattern("\\| Cholesky, 30 \\| \\d+\\.\\d{2} \\| \\d");
  }

  @Test
  void saysWhenThereIsNoData() {
    assertThat(run("--data=nowhere")).isEqualTo(2);
    assertThat(err.toString()).startsWith("no folder nowhere");
  }

  @Test
  void compileTimePrintsATableAndDrawsACurve(@TempDir Path folder) {
    Path jar = Path.of("..", "processor", "target", "cotangent-processor-0.1.0.jar");
    assumeTrue(Files.exists(jar), "no jar of the processor");
    int exitCode =
        run(
            "compile-time",
            "--processor=" + jar,
            "--methods=2",
            "--statements=120,200",
            "--rounds=1",
            "--picture=" + folder);
    assertThat(exitCode).as("%s", err).isZero();
    assertThat(out.toString())
        .containsPattern("\\| 2 methods of 30 lines \\| \\d+\\.\\d{2} \\| -?\\d")
        .contains("| 200 statements in one method |");
    assertThat(folder.resolve("compile-time.png")).isNotEmptyFile();
  }

  @Test
  void compileTimeSaysWhenThereIsNoProcessor() {
    assertThat(run("compile-time", "--processor=nowhere.jar")).isEqualTo(2);
    assertThat(err.toString()).startsWith("no jar nowhere.jar");
  }

  @Test
  void trainingSaysWhenThereIsNoPyTorch() {
    assumeFalse(Torch.isThere(), "PyTorch's library is there");
    assertThat(run("training")).isEqualTo(2);
    assertThat(err.toString()).startsWith("PyTorch's library is not in this jar");
  }

  @Test
  void trainingTakesOnlyStepsThatThereAre() {
    assertThat(run("training", "--steps=transformer")).isEqualTo(2);
    assertThat(err.toString()).startsWith("no step called transformer: there are classifier_b1,");
  }

  @Test
  void everyModelTrainsWithItsGeneratedGradient() {
    for (String name : Tasks.names()) {
      if (!name.contains("512")) {
        Task task = Tasks.named(name);
        try (Trainee trainee = task.generated(task.rate())) {
          assertThat(trainee.gradientNorm()).as(name).isPositive().isFinite();
          double before = trainee.step();
          assertThat(trainee.step()).as(name).isNotEqualTo(before).isFinite();
        }
      }
    }
  }
}
