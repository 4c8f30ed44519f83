package io.github.cotangent.examples.pt007_multiclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.examples.mnist.DigitSource;
import io.github.cotangent.examples.pt007_multiclass.Classifier.Params;
import io.github.cotangent.examples.pt007_multiclass.Training.Epoch;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Losses;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MulticlassTest {

  private static final double[] SCORES = {2.0, 1.0, -1.0};

  private static DigitSource.Sets digits;

  @BeforeAll
  static void draw() {
    PrintStream nobody = new PrintStream(OutputStream.nullOutputStream());
    digits = new DigitSource(Optional.empty(), false).load(nobody);
  }

  private static DigitSource.Sets some(int train, int test) {
    return new DigitSource.Sets(
        digits.train().subset(0, train), digits.test().subset(0, test), true);
  }

  @Test
  void theDerivativeOfCrossEntropyIsSoftmaxMinusTarget() {
    double[] softmax = Softmax.softmax(SCORES);
    for (int digit = 0; digit < SCORES.length; digit++) {
      double[] expected = softmax.clone();
      expected[digit] -= 1;
      assertThat(dSoftmax.dCrossEntropy(SCORES, digit)).containsExactly(expected, within(1e-15));
      assertThat(dSoftmax.dSafeCrossEntropy(SCORES, digit))
          .containsExactly(expected, within(1e-15));
      assertThat(Softmax.safeCrossEntropy(SCORES, digit))
          .isCloseTo(-Math.log(softmax[digit]), within(1e-15));
    }
  }

  @Test
  void theSafeFormStandsHighScores() {
    double[] high = {1002.0, 1001.0, 999.0};
    assertThat(Softmax.crossEntropy(high, 1)).isInfinite();
    assertThat(Softmax.safeCrossEntropy(high, 1))
        .isCloseTo(Softmax.crossEntropy(SCORES, 1), within(1e-12));
    assertThat(dSoftmax.dSafeCrossEntropy(high, 1))
        .containsExactly(dSoftmax.dCrossEntropy(SCORES, 1), within(1e-12));
  }

  @Test
  void theGradientOfTheNetworkAgreesWithDifferences() {
    Tensor images = Tensors.uniform(DType.DOUBLE, 1, 0, 1, 4, 6);
    Tensor targets = Tensors.oneHot(DType.DOUBLE, new int[] {2, 0, 1, 2}, 3);
    GradientCheck.of(
            "loss",
            Classifier.random(DType.DOUBLE, 2, 6, 5, 3),
            p -> Classifier.loss(p, images, targets))
        .gradient(p -> dClassifier.dLoss(p, images, targets))
        .check();
  }

  @Test
  void readingUsesTheScoresOfTheLoss() {
    Labelled some = Labelled.of(digits.test().subset(0, 50));
    Params params = Training.start(3);
    double loss = Classifier.loss(params, some.images(), some.targets());
    assertThat(Losses.softmaxCrossEntropy(Classifier.scores(params, some.images()), some.targets()))
        .isEqualTo(loss);
    assertThat(some.readBy(params).loss()).isEqualTo(loss);
  }

  @Test
  void aFewEpochsReadMostDrawnDigits() {
    DigitSource.Sets some = some(2000, 500);
    Training.Result result = new Training(0, 5, 50, 0.002, 1).run(some);
    Epoch first = result.history().get(0);
    Epoch last = result.history().get(4);
    assertThat(last.training().loss()).isLessThan(0.5 * first.training().loss());
    assertThat(last.test().accuracy()).isGreaterThan(85);
    Labelled test = Labelled.of(some.test());
    List<Mistake> mistakes = Mistake.of(result.params(), test);
    assertThat(100.0 * mistakes.size() / 500).isCloseTo(100 - last.test().accuracy(), within(1e-9));
    assertThat(mistakes).allMatch(m -> test.labels()[m.index()] == m.written());
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    Training training = new Training(2, 2, 50, 0.002, 7);
    List<Epoch> history = training.run(some(200, 100)).history();
    assertThat(training.run(some(200, 100)).history()).isEqualTo(history);
    assertThat(new Training(2, 2, 50, 0.002, 8).run(some(200, 100)).history())
        .isNotEqualTo(history);
  }

  @Test
  void confusionsAreCounted() {
    Confusion confusion = Confusion.of(new int[] {3, 3, 5, 0}, new int[] {3, 8, 5, 0});
    assertThat(confusion.right()).isEqualTo(3);
    assertThat(confusion.all()).isEqualTo(4);
    assertThat(confusion.text().lines())
        .hasSize(11)
        .contains("written 3      .    .    .    1    .    .    .    .    1    .");
  }

  @Test
  void theChapterDrawsSavesAndLoads(@TempDir Path folder) throws Exception {
    String model = folder.resolve("model.npz").toString();
    String plots = folder.toString();
    Main.main(new String[] {"--epochs", "1", "--batch", "500", "--plots", plots, "--save", model});
    List<String> names =
        List.of(
            "pt007_accuracy.png",
            "pt007_loss.png",
            "pt007_shifted.png",
            "pt007_confusion.png",
            "pt007_mistakes.png");
    for (String name : names) {
      assertThat(ImageIO.read(folder.resolve(name).toFile())).as(name).isNotNull();
    }
    byte[] confusion = Files.readAllBytes(folder.resolve("pt007_confusion.png"));
    Files.delete(folder.resolve("pt007_confusion.png"));
    Main.main(new String[] {"--plots", plots, "--load", model});
    assertThat(Files.readAllBytes(folder.resolve("pt007_confusion.png"))).isEqualTo(confusion);
  }
}
