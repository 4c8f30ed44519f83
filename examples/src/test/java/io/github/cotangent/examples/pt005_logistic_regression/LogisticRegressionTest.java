package io.github.cotangent.examples.pt005_logistic_regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.examples.mnist.DigitOptions;
import io.github.cotangent.examples.mnist.DigitSource;
import io.github.cotangent.examples.pt005_logistic_regression.Training.Course;
import io.github.cotangent.tensor.Axes;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogisticRegressionTest {

  private static final double[] XS = {0.1, -2.0, 1.5, 0.0, 40.0};
  private static final double[] ANSWERS = {1, 0, 0, 1, 1};

  /** A part of the drawn digits: {@code {to train with, to test with}}. */
  private static Pictures[] slices() {
    DigitSource.Sets sets = new DigitOptions().load();
    Pictures train =
        Pictures.of(sets.train().only(label -> label == 4 || label == 9), label -> label == 9);
    return new Pictures[] {train.slice(0, 600), train.slice(600, 1000)};
  }

  @Test
  void gradientsAgreeWithDifferences() {
    GradientCheck.of("loss", new OneWeight.Model(0.7, -0.3), m -> OneWeight.loss(m, XS, ANSWERS))
        .gradient(m -> dOneWeight.dLoss(m, XS, ANSWERS))
        .check();
    GradientCheck.of(
            "surprise", new OneWeight.Model(0.7, -0.3), m -> OneWeight.surprise(m, 1.5, 0.0))
        .gradient(m -> dOneWeight.dSurprise(m, 1.5, 0.0))
        .check();
    Tensor images = Tensors.normal(DType.DOUBLE, 1, 5, 7);
    Tensor answers = Tensors.vector(ANSWERS);
    Classifier.Model model =
        new Classifier.Model(Tensors.normal(DType.DOUBLE, 2, 7), Tensors.vector(0.3));
    GradientCheck.of("loss", model, m -> Classifier.loss(m, images, answers))
        .gradient(m -> dClassifier.dLoss(m, images, answers))
        .check();
  }

  /** The page: the slope is what was said less what is so, times the input, on average. */
  @Test
  void theGradientIsTheErrorTimesTheInput() {
    OneWeight.Model model = new OneWeight.Model(0.7, -0.3);
    double weight = 0;
    double bias = 0;
    for (int i = 0; i < XS.length; i++) {
      double error = OneWeight.sigmoid(0.7 * XS[i] - 0.3) - ANSWERS[i];
      weight += error * XS[i] / XS.length;
      bias += error / XS.length;
    }
    OneWeight.Model gradient = dOneWeight.dLoss(model, XS, ANSWERS);
    assertThat(gradient.weight()).isCloseTo(weight, within(1e-14));
    assertThat(gradient.bias()).isCloseTo(bias, within(1e-14));
  }

  @Test
  void tensorsSayWhatNumbersSay() {
    OneWeight.Model one = new OneWeight.Model(0.7, -0.3);
    Classifier.Model same = new Classifier.Model(Tensors.vector(0.7), Tensors.vector(-0.3));
    Tensor images = Tensors.of(XS, XS.length, 1);
    Tensor answers = Tensors.vector(ANSWERS);
    assertThat(Classifier.loss(same, images, answers))
        .isCloseTo(OneWeight.loss(one, XS, ANSWERS), within(1e-14));
    double mean = 0;
    for (int i = 0; i < XS.length; i++) {
      mean += OneWeight.surprise(one, XS[i], ANSWERS[i]) / XS.length;
    }
    assertThat(OneWeight.loss(one, XS, ANSWERS)).isCloseTo(mean, within(1e-12));
  }

  /** Where the form that was derived has no slope left. */
  @Test
  void theSafeFormIsSafe() {
    double[] z = {-800, -40, 0, 40, 800};
    double[] no = new double[z.length];
    Tensor gradient = dClassifier.dCrossEntropy(Tensors.vector(z), Tensors.vector(no));
    double[] expected = DoubleStream.of(z).map(OneWeight::sigmoid).map(p -> p / 5).toArray();
    assertThat(gradient.toDoubles()).containsExactly(expected, within(1e-15));
    OneWeight.Model far = new OneWeight.Model(0, 800);
    assertThat(dOneWeight.dSurprise(far, 0, 0).bias()).isNaN();
    assertThat(dOneWeight.dLoss(far, new double[] {0}, new double[] {0}).bias()).isEqualTo(1);
  }

  /**
   * The page: the first step goes along the mean 9 less the mean 4, if there are as many of both.
   */
  @Test
  void theFirstStepIsTheDifferenceOfTheMeans() {
    Tensor nines = Tensors.normal(DType.DOUBLE, 3, 4, 784);
    Tensor fours = Tensors.normal(DType.DOUBLE, 4, 4, 784);
    Tensor images = Tensors.concat(0, nines, fours);
    Tensor answers = Tensors.vector(1, 1, 1, 1, 0, 0, 0, 0);
    Classifier.Model blank =
        new Classifier.Model(Tensors.zeros(DType.DOUBLE, 784), Tensors.zeros(DType.DOUBLE, 1));
    Tensor gradient = dClassifier.dLoss(blank, images, answers).weights();
    Tensor difference = nines.mean(Axes.of(0)).minus(fours.mean(Axes.of(0))).times(-0.25);
    assertThat(gradient.toDoubles()).containsExactly(difference.toDoubles(), within(1e-14));
  }

  @Test
  void itLearns() {
    Pictures[] slices = slices();
    Training training = new Training(slices[0], slices[1], 5, 32, 0.3, 1);
    Course<Classifier.Model> course =
        training.run("training", new Classifier(), Classifier.blank());
    assertThat(course.validation().get(0).loss()).isCloseTo(Math.log(2), within(1e-6));
    assertThat(course.validation().get(course.last()).loss()).isLessThan(0.2);
    assertThat(course.validation().get(course.last()).accuracy()).isGreaterThan(0.95);
    Course<Classifier.Model> again = training.run("again", new Classifier(), Classifier.blank());
    assertThat(again.validation()).isEqualTo(course.validation());
  }

  @Test
  void aSavedModelAnswersAsBefore(@TempDir Path folder) throws Exception {
    String plots = folder.toString();
    String file = folder.resolve("model.npz").toString();
    List<String> trained = run("--epochs", "1", "--plots", plots, "--save", file);
    List<String> loaded = run("--plots", plots, "--load", file);
    assertThat(tested(loaded)).isEqualTo(tested(trained)).contains("accuracy");
    String names = trained.get(trained.size() - 1);
    assertThat(names).startsWith("Plots: ");
    for (String name : names.substring("Plots: ".length()).split(", ")) {
      assertThat(ImageIO.read(Files.newInputStream(folder.resolve(name)))).isNotNull();
    }
  }

  private static String tested(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("On the test set: ")).findFirst().get();
  }

  private static List<String> run(String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Main.main(args);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
