package io.github.cotangent.examples.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.examples.tensors.Network.Params;
import io.github.cotangent.examples.tensors.WeightArrays.Layers;
import io.github.cotangent.examples.tensors.Words.Meaning;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Models;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated gradients of networks, against differences and forward mode, and at work. */
class TensorsTest {

  private static final DType DOUBLE = DType.DOUBLE;

  /** The corners of a square; the exclusive or of their coordinates is the class. */
  private static final Tensor CORNERS = Tensors.of(new double[] {0, 0, 0, 1, 1, 0, 1, 1}, 4, 2);

  private static final Tensor XOR = Tensors.oneHot(DOUBLE, new int[] {0, 1, 1, 0}, 2);

  record DeepPoint(Layers layers, double decay) {}

  @Test
  void twoLayers() {
    Tensor input = Tensors.normal(DOUBLE, 1, 5, 3);
    Tensor targets = Tensors.oneHot(DOUBLE, new int[] {0, 2, 1, 3, 2}, 4);
    GradientCheck.of(
            "loss", Network.random(DOUBLE, 2, 3, 6, 4), p -> Network.loss(p, input, targets))
        .gradient(p -> dNetwork.dLoss(p, input, targets))
        .jvp((p, dot) -> dNetwork.lossJvp(p, input, targets, dot).valueDot())
        .check();
  }

  @Test
  void aLoopOverArraysOfTensors() {
    Tensor input = Tensors.normal(DOUBLE, 3, 4, 3);
    Tensor targets = Tensors.oneHot(DOUBLE, new int[] {1, 0, 1, 0}, 2);
    int[] sizes = {3, 5, 4, 5, 2};
    Tensor[] weights = new Tensor[sizes.length - 1];
    Tensor[] biases = new Tensor[sizes.length - 1];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Tensors.normal(DOUBLE, 10 + i, sizes[i], sizes[i + 1]);
      biases[i] = Tensors.normal(DOUBLE, 20 + i, sizes[i + 1]);
    }
    DeepPoint point = new DeepPoint(new Layers(weights, biases), 0.3);
    GradientCheck.of("loss", point, p -> WeightArrays.loss(p.layers(), p.decay(), input, targets))
        .gradient(p -> dWeightArrays.dLoss(p.layers(), p.decay(), input, targets))
        .jvp(
            (p, dot) ->
                dWeightArrays
                    .lossJvp(p.layers(), p.decay(), input, targets, dot.layers(), dot.decay())
                    .valueDot())
        .check();
  }

  @Test
  void aLoopOverLayers() {
    Tensor input = Tensors.normal(DOUBLE, 3, 4, 3);
    Tensor targets = Tensors.oneHot(DOUBLE, new int[] {1, 0, 1, 0}, 2);
    for (int[] sizes : new int[][] {{3, 5, 4, 5, 2}, {3, 2}}) {
      GradientCheck.of(
              "loss", withBiases(sizes), layers -> DeepNetwork.loss(layers, input, targets))
          .gradient(layers -> dDeepNetwork.dLoss(layers, input, targets))
          .jvp((layers, dot) -> dDeepNetwork.lossJvp(layers, input, targets, dot).valueDot())
          .check();
    }
  }

  /** Not all zero, where a layer that gives zeros would be at its kink. */
  private static DeepNetwork.Layers withBiases(int[] sizes) {
    DeepNetwork.Layers layers = DeepNetwork.random(DOUBLE, 6, sizes);
    for (int i = 0; i < layers.hidden().length; i++) {
      Tensor weights = layers.hidden()[i].weights();
      Tensor bias = Tensors.normal(DOUBLE, 20 + i, sizes[i + 1]);
      layers.hidden()[i] = new DeepNetwork.Layer(weights, bias);
    }
    return layers;
  }

  @Test
  void oneLayerAtTwoPlacesHasTwoGradients() {
    DeepNetwork.Layers layers = DeepNetwork.random(DOUBLE, 6, 3, 3, 3, 2);
    DeepNetwork.Layer first = layers.hidden()[0];
    DeepNetwork.Layers twice =
        new DeepNetwork.Layers(new DeepNetwork.Layer[] {first, first}, layers.last());
    Tensor input = Tensors.normal(DOUBLE, 3, 4, 3);
    Tensor targets = Tensors.oneHot(DOUBLE, new int[] {1, 0, 1, 0}, 2);
    DeepNetwork.Layers apart =
        new DeepNetwork.Layers(
            new DeepNetwork.Layer[] {
              first, new DeepNetwork.Layer(first.weights().copy(), first.bias().copy())
            },
            layers.last());
    DeepNetwork.Layer[] expected = dDeepNetwork.dLoss(apart, input, targets).hidden();
    DeepNetwork.Layer[] found = dDeepNetwork.dLoss(twice, input, targets).hidden();
    for (int i = 0; i < 2; i++) {
      assertThat(found[i].weights().toDoubles()).isEqualTo(expected[i].weights().toDoubles());
      assertThat(found[i].bias().toDoubles()).isEqualTo(expected[i].bias().toDoubles());
    }
    assertThat(found[0].weights().toDoubles()).isNotEqualTo(found[1].weights().toDoubles());
  }

  /** Trains half of the way, saves, loads, and goes on. */
  @Test
  void aDeepNetworkLearnsExclusiveOr(@TempDir Path folder) throws IOException {
    DeepNetwork.Layers start = DeepNetwork.random(DOUBLE, 1, 2, 8, 6, 2);
    assertThat(DeepNetwork.loss(start, CORNERS, XOR)).isGreaterThan(0.4);
    DeepNetwork.Layers half = DeepNetwork.trained(start, CORNERS, XOR, 50);
    Path file = folder.resolve("deep.npz");
    Models.save(file, half);
    DeepNetwork.Layers loaded = Models.load(file, start);
    double loss = DeepNetwork.loss(half, CORNERS, XOR);
    assertThat(DeepNetwork.loss(loaded, CORNERS, XOR)).isEqualTo(loss);
    assertThat(loss).isLessThan(0.4);
    DeepNetwork.Layers end = DeepNetwork.trained(loaded, CORNERS, XOR, 150);
    assertThat(DeepNetwork.loss(end, CORNERS, XOR)).isLessThan(0.01);
  }

  @Test
  void wordsThatAreLookedUp() {
    int[][] sentences = {{0, 3, 3}, {1, 2}, {4}};
    Tensor[] answers = {Tensors.vector(1), Tensors.vector(0), Tensors.vector(1)};
    Meaning meaning =
        new Meaning(Tensors.normal(DOUBLE, 4, 6, 3), Tensors.normal(DOUBLE, 5, 3, 1), 0.2);
    GradientCheck.of("loss", meaning, m -> Words.loss(m, sentences, answers))
        .gradient(m -> dWords.dLoss(m, sentences, answers))
        .jvp((m, dot) -> dWords.lossJvp(m, sentences, answers, dot).valueDot())
        .check();
    // The word that no sentence has.
    double[] unused = dWords.dLoss(meaning, sentences, answers).embedding().index(0, 5).toDoubles();
    assertThat(unused).containsOnly(0);
  }

  @Test
  void theNetworkLearnsExclusiveOr() {
    Params start = Network.random(DOUBLE, 7, 2, 8, 2);
    assertThat(Network.loss(start, CORNERS, XOR)).isGreaterThan(0.5);
    Params end = Network.trained(start, CORNERS, XOR, 200);
    assertThat(Network.loss(end, CORNERS, XOR)).isLessThan(0.01);
  }

  @Test
  void floatsLearnWhatDoublesLearn() {
    DType single = DType.FLOAT;
    Tensor corners = CORNERS.to(single);
    Tensor xor = XOR.to(single);
    Params start = Network.random(single, 7, 2, 8, 2);
    Params gradient = dNetwork.dLoss(start, corners, xor);
    Params exact = dNetwork.dLoss(Network.random(DOUBLE, 7, 2, 8, 2), CORNERS, XOR);
    assertClose(gradient.w1(), exact.w1());
    assertClose(gradient.b1(), exact.b1());
    assertClose(gradient.w2(), exact.w2());
    assertClose(gradient.b2(), exact.b2());
    Params end = Network.trained(start, corners, xor, 200);
    assertThat(Network.loss(end, corners, xor)).isLessThan(0.01);
  }

  private static void assertClose(Tensor single, Tensor exact) {
    assertThat(single.dtype()).isEqualTo(DType.FLOAT);
    assertThat(single.shape()).isEqualTo(exact.shape());
    assertThat(single.toDoubles()).containsExactly(exact.toDoubles(), within(1e-6));
  }
}
