package io.github.cotangent.examples.chapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TrainingOptionsTest {

  record Model(Tensor w) {}

  private static final Model MODEL = new Model(Tensors.vector(1, 2));

  @Test
  void theChapterChoosesWhatIsNotGiven() {
    TrainingOptions options = options("--batch", "7", "--rate", "0.25");
    assertThat(options.epochs()).isEqualTo(3);
    assertThat(options.batch()).isEqualTo(7);
    assertThat(options.rate()).isEqualTo(0.25);
  }

  @Test
  void numbersThatMakeNoTrainingAreRefused() {
    assertRefused("--epochs is -1, and cannot be negative.", "--epochs", "-1");
    assertRefused("--batch is 0, and must be at least 1.", "--batch", "0");
    assertRefused("--rate is 0.0, and must be positive.", "--rate", "0");
    assertRefused("--rate is NaN, and must be positive.", "--rate", "NaN");
  }

  @Test
  void aModelIsSavedAndLoaded(@TempDir Path folder) {
    Path file = folder.resolve("model.npz");
    assertThat(options().save(MODEL)).isEmpty();
    assertThat(options().loaded(MODEL)).isEmpty();
    assertThat(options("--save", file.toString()).save(MODEL)).contains(file);
    Model loaded = options("--load", file.toString()).loaded(new Model(Tensors.vector(0, 0))).get();
    assertThat(loaded.w().toDoubles()).containsExactly(1, 2);
  }

  @Test
  void filesThatAreNoModelAreRefused(@TempDir Path folder) {
    String file = folder.resolve("no").resolve("model.npz").toString();
    assertThatThrownBy(() -> options("--load", file).loaded(MODEL))
        .isInstanceOf(BadUsageException.class)
        .hasMessage("There is no file '" + file + "' to load a model from.");
    assertThatThrownBy(() -> options("--save", file).save(MODEL))
        .isInstanceOf(BadUsageException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void aMistakeIsFoundBeforeTheTraining(@TempDir Path folder) {
    options().check();
    options("--save", folder.resolve("model.npz").toString()).check();
    assertThatThrownBy(() -> options("--rate", "0").check())
        .hasMessage("--rate is 0.0, and must be positive.");
    for (Path file : List.of(folder, folder.resolve("no").resolve("model.npz"))) {
      assertThatThrownBy(() -> options("--save", file.toString()).check())
          .isInstanceOf(BadUsageException.class)
          .hasMessageContaining("cannot be written");
    }
  }

  private static void assertRefused(String sentence, String... args) {
    assertThatThrownBy(
            () -> {
              TrainingOptions options = options(args);
              options.epochs();
              options.batch();
              options.rate();
            })
        .isInstanceOf(BadUsageException.class)
        .hasMessage(sentence);
  }

  private static TrainingOptions options(String... args) {
    TrainingOptions options = new TrainingOptions(3, 10, 0.5);
    new CommandLine(options).parseArgs(args);
    return options;
  }
}
