package io.github.cotangent.examples.pt006_hidden_layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.examples.mnist.DigitOptions;
import io.github.cotangent.examples.mnist.DigitSource;
import io.github.cotangent.examples.pt005_logistic_regression.Classifier;
import io.github.cotangent.examples.pt005_logistic_regression.Pictures;
import io.github.cotangent.examples.pt005_logistic_regression.Training;
import io.github.cotangent.examples.pt005_logistic_regression.Training.Course;
import io.github.cotangent.examples.pt006_hidden_layer.Network.Model;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Models;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HiddenLayerTest {

  private static final Tensor IMAGES = Tensors.normal(DType.DOUBLE, 1, 5, 7);
  private static final Tensor ANSWERS = Tensors.vector(1, 0, 0, 1, 1);

  private static final Model SMALL =
      new Model(
          Tensors.normal(DType.DOUBLE, 2, 7, 3),
          Tensors.normal(DType.DOUBLE, 3, 3),
          Tensors.normal(DType.DOUBLE, 4, 3),
          Tensors.vector(0.3));

  private static Pictures train;
  private static Pictures validation;

  /** A part of the drawn digits. */
  @BeforeAll
  static void draw() {
    DigitSource.Sets sets = new DigitOptions().load();
    Pictures all = Pictures.of(sets.train().subset(0, 2000), label -> label % 2 == 1);
    train = all.slice(0, 1500);
    validation = all.slice(1500, 2000);
  }

  @Test
  void gradientsAgreeWithDifferences() {
    GradientCheck.of("loss", SMALL, m -> Network.loss(m, IMAGES, ANSWERS))
        .gradient(m -> dNetwork.dLoss(m, IMAGES, ANSWERS))
        .check();
    GradientCheck.of("loss", SMALL, m -> TwoLinearMaps.loss(m, IMAGES, ANSWERS))
        .gradient(m -> dTwoLinearMaps.dLoss(m, IMAGES, ANSWERS))
        .check();
  }

  @Test
  void twoUnitsFindExactlyOne() {
    assertThat(ExactlyOne.z(ExactlyOne.hidden(0, 0))).isNegative();
    assertThat(ExactlyOne.z(ExactlyOne.hidden(0, 1))).isPositive();
    assertThat(ExactlyOne.z(ExactlyOne.hidden(1, 0))).isPositive();
    assertThat(ExactlyOne.z(ExactlyOne.hidden(1, 1))).isNegative();
  }

  @Test
  void twoLinearMapsAreOne() {
    double[] two = new TwoLinearMaps().logits(SMALL, IMAGES).toDoubles();
    double[] one = new Classifier().logits(TwoLinearMaps.asOne(SMALL), IMAGES).toDoubles();
    assertThat(two).containsExactly(one, within(1e-13));
  }

  @Test
  void atZeroOnlyTheLastBiasMoves() {
    Model slopes = new Network().gradient(Network.alike(4, 0, 0), train);
    assertThat(slopes.toHidden().toDoubles()).containsOnly(0);
    assertThat(slopes.hiddenBias().toDoubles()).containsOnly(0);
    assertThat(slopes.toAnswer().toDoubles()).containsOnly(0);
    assertThat(slopes.answerBias().item()).isNotZero();
  }

  @Test
  void unitsThatStartAlikeStayAlike() {
    Training training = new Training(train, validation, 2, 32, 0.1, 1);
    Course<Model> course = training.run("alike", new Network(), Network.alike(4, 0.01, 0.1));
    Tensor weights = course.models().get(course.last()).toHidden();
    for (int unit = 1; unit < 4; unit++) {
      assertThat(weights.index(1, unit).toFloats()).isEqualTo(weights.index(1, 0).toFloats());
    }
  }

  @Test
  void aHiddenLayerHelps() {
    Training training = new Training(train, validation, 8, 32, 0.1, 1);
    Course<Classifier.Model> without =
        training.run("without", new Classifier(), Classifier.blank());
    Course<Model> with = training.run("with", new Network(), Network.random(16, 1));
    assertThat(with.validation().get(0).loss()).isCloseTo(Math.log(2), within(0.05));
    assertThat(with.validation().get(with.last()).loss())
        .isLessThan(without.validation().get(without.last()).loss())
        .isLessThan(0.3);
    assertThat(with.validation().get(with.last()).accuracy()).isGreaterThan(0.9);
  }

  @Test
  void aModelIsSavedAndLoaded(@TempDir Path folder) throws Exception {
    Model model = Network.random(5, 1);
    Path file = folder.resolve("model.npz");
    Models.save(file, model);
    Model loaded = Models.load(file, Network.random(5, 2));
    assertThat(new Network().loss(loaded, validation))
        .isEqualTo(new Network().loss(model, validation));
  }
}
