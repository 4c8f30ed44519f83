package io.github.cotangent.examples.pt008_autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.examples.mnist.DigitSource;
import io.github.cotangent.examples.mnist.Digits;
import io.github.cotangent.examples.pt008_autoencoder.Autoencoder.Params;
import io.github.cotangent.examples.pt008_autoencoder.Training.Epoch;
import io.github.cotangent.tensor.Axes;
import io.github.cotangent.tensor.DType;
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

class AutoencoderTest {

  private static Digits train;
  private static Digits test;

  @BeforeAll
  static void draw() {
    PrintStream nobody = new PrintStream(OutputStream.nullOutputStream());
    DigitSource.Sets digits = new DigitSource(Optional.empty(), false).load(nobody);
    train = digits.train().subset(0, 1500);
    test = digits.test().subset(0, 200);
  }

  @Test
  void thePixelsCrossEntropyIsThatOfTheDefinition() {
    Tensor scores = Tensors.of(new double[] {-2, 0, 3, 800}, 2, 2);
    Tensor images = Tensors.of(new double[] {0.25, 0.5, 0, 1}, 2, 2);
    double expected = 0;
    for (int i = 0; i < 3; i++) {
      double x = images.at(i / 2, i % 2);
      double p = 1 / (1 + Math.exp(-scores.at(i / 2, i % 2)));
      expected -= (x * Math.log(p) + (1 - x) * Math.log(1 - p)) / 2;
    }
    assertThat(Pixels.crossEntropy(scores, images)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void theGradientAgreesWithDifferences() {
    Tensor images = Tensors.uniform(DType.DOUBLE, 1, 0, 1, 4, 7);
    GradientCheck.of(
            "loss", Autoencoder.random(DType.DOUBLE, 2, 7, 5, 3), p -> Autoencoder.loss(p, images))
        .gradient(p -> dAutoencoder.dLoss(p, images))
        .check();
  }

  @Test
  void trainingDrawsBetterThanTheMeanPicture() {
    Training training = new Training(8, 6, 50, 0.002, 1);
    Training.Result result = training.run(train.images(), test.images());
    Epoch first = result.history().get(0);
    Epoch last = result.history().get(5);
    assertThat(last.training()).isLessThan(0.8 * first.training());
    Tensor mean = train.images().mean(Axes.of(0)).clip(1e-6, 1 - 1e-6);
    Tensor odds = mean.dividedBy(mean.negate().plus(1)).log();
    double ofMean = Pixels.crossEntropy(odds.broadcastTo(test.images().shape()), test.images());
    assertThat(last.test()).isLessThan(0.7 * ofMean);
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    Tensor few = train.images().slice(0, 0, 200);
    Training training = new Training(4, 2, 50, 0.002, 3);
    assertThat(training.run(few, few).history()).isEqualTo(training.run(few, few).history());
  }

  /** Mean and covariance of what is drawn are those of the cloud. */
  @Test
  void newCodesScatterAsTheKnownOnes() {
    Tensor shape = Tensors.of(new float[] {2, 1, 0, 0.5f}, 2, 2);
    Tensor codes = Tensors.normal(DType.FLOAT, 1, 400, 2).matmul(shape).plus(3);
    Cloud known = Cloud.of(codes);
    Cloud drawn = Cloud.of(known.draw(20_000, 1, 5));
    assertThat(drawn.mean().toDoubles()).containsExactly(known.mean().toDoubles(), within(0.05));
    assertThat(covariance(drawn)).containsExactly(covariance(known), within(0.1));
    Tensor halved = Cloud.of(known.draw(20_000, 0.5, 5)).deviations();
    assertThat(halved.square().mean())
        .isCloseTo(0.25 * drawn.deviations().square().mean(), within(1e-3));
  }

  private static double[] covariance(Cloud cloud) {
    Tensor d = cloud.deviations();
    return d.transpose().matmul(d).dividedBy(cloud.count()).toDoubles();
  }

  @Test
  void aCopyIsNotNew() {
    Tensor known = train.images();
    assertThat(Novelty.distance(known.slice(0, 10, 20), known)).isLessThan(1e-3);
    Tensor one = Tensors.of(new float[] {0, 0, 1, 1}, 1, 4);
    Tensor two = Tensors.of(new float[] {0, 1, 1, 1, 1, 1, 0, 0}, 2, 4);
    assertThat(Novelty.distance(one, two)).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void walksGoInEqualSteps() {
    Tensor walk = Plots.walk(Tensors.of(new float[] {0, 9, 9, 0}, 2, 2));
    assertThat(walk.index(0, 0).toFloats()).containsExactly(0f, 9f);
    assertThat(walk.index(0, 3).toFloats()).containsExactly(3f, 6f);
    assertThat(walk.index(0, 9).toFloats()).containsExactly(9f, 0f);
  }

  @Test
  void theChapterDrawsSavesAndLoads(@TempDir Path folder) throws Exception {
    String model = folder.resolve("model.npz").toString();
    String plots = folder.toString();
    Main.main(new String[] {"--epochs", "1", "--batch", "500", "--plots", plots, "--save", model});
    List<String> names =
        List.of(
            "pt008_map.png",
            "pt008_plane.png",
            "pt008_loss.png",
            "pt008_again.png",
            "pt008_new.png",
            "pt008_walk.png");
    for (String name : names) {
      assertThat(ImageIO.read(folder.resolve(name).toFile())).as(name).isNotNull();
    }
    byte[] drawn = Files.readAllBytes(folder.resolve("pt008_new.png"));
    Files.delete(folder.resolve("pt008_new.png"));
    Main.main(new String[] {"--plots", plots, "--load", model});
    assertThat(Files.readAllBytes(folder.resolve("pt008_new.png"))).isEqualTo(drawn);
  }

  @Test
  void bothCodesMayBeOfTwo(@TempDir Path folder) {
    String plots = folder.toString();
    Main.main(new String[] {"--code", "2", "--epochs", "1", "--train", "1000", "--plots", plots});
    assertThat(folder.resolve("pt008_loss.png")).exists();
    assertThat(folder.resolve("pt008_new.png")).exists();
  }

  @Test
  void theHalvesAreThoseOfTheLoss() {
    Params params = Training.start(4, 1);
    Tensor codes = Autoencoder.encode(params, test.images());
    assertThat(codes.shape()).containsExactly(200, 4);
    assertThat(Pixels.crossEntropy(Autoencoder.scores(params, codes), test.images()))
        .isEqualTo(Autoencoder.loss(params, test.images()));
    assertThat(Autoencoder.decode(params, codes).shape()).containsExactly(200, 784);
  }
}
