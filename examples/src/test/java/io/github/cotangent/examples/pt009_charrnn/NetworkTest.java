package io.github.cotangent.examples.pt009_charrnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.GradientCheck;
import io.github.cotangent.examples.pt009_charrnn.Network.Params;
import io.github.cotangent.examples.pt009_charrnn.Network.Run;
import io.github.cotangent.examples.pt009_charrnn.Network.State;
import io.github.cotangent.examples.pt009_charrnn.Network.Stretch;
import io.github.cotangent.tensor.DType;
import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gradient of the whole unrolled network. */
class NetworkTest {

  private static final double UNBOUNDED = Double.POSITIVE_INFINITY;
  private static final Alphabet ALPHABET = new Alphabet("abcde");
  private static final int PARTS = 2;

  private static final Stretch STRETCH =
      Text.of("abbacadabebacdebadcabecbeda", ALPHABET).stretch(PARTS, 7, 0, DType.DOUBLE);

  private static Model model(Cell kind) {
    return Model.untrained(ALPHABET, new Model.Form(kind, 4, 2), DType.DOUBLE, 5);
  }

  /** Weights that are large enough for the memory to matter. */
  private static Params params(Model model) {
    Params p = model.params();
    return new Params(
        doubled(p.input()),
        doubled(p.recurrent()),
        p.biases(),
        p.output().times(2),
        p.outputBias());
  }

  private static Tensor[] doubled(Tensor[] weights) {
    Tensor[] out = new Tensor[weights.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = weights[i].times(2);
    }
    return out;
  }

  /** Some memory of a text before. */
  private static State memory() {
    Tensor[] hidden = new Tensor[2];
    Tensor[] cells = new Tensor[2];
    for (int i = 0; i < 2; i++) {
      hidden[i] = Tensors.uniform(DType.DOUBLE, 30 + i, -1, 1, PARTS, 4);
      cells[i] = Tensors.uniform(DType.DOUBLE, 40 + i, -1, 1, PARTS, 4);
    }
    return new State(hidden, cells);
  }

  private static Params gradient(Model model, Params p, double bound) {
    return dNetwork
        .readPullback(p, model.kind(), memory(), STRETCH, bound)
        .apply(new Run(1, model.noMemory(PARTS)));
  }

  @ParameterizedTest
  @EnumSource
  void theGradientOfTheUnrolledNetworkIsRight(Cell kind) {
    Model model = model(kind);
    GradientCheck.of(
            "loss", params(model), p -> Network.read(p, kind, memory(), STRETCH, UNBOUNDED).loss())
        .gradient(p -> gradient(model, p, UNBOUNDED))
        .tolerance(1e-7)
        .check();
  }

  @Test
  void aBoundClipsWhatComesThroughTime() {
    Model model = model(Cell.RNN);
    Params p = params(model);
    double free = norm(gradient(model, p, UNBOUNDED).recurrent()[0]);
    assertThat(norm(gradient(model, p, 1e9).recurrent()[0])).isEqualTo(free);
    assertThat(norm(gradient(model, p, 1e-3).recurrent()[0])).isLessThan(free / 2);
  }

  @Test
  void theMemoryIsCarried() {
    Model model = model(Cell.LSTM);
    Text text = Text.of("abbacadabebacdebadcabecbeda", ALPHABET);
    Run whole =
        Network.read(
            model.params(),
            Cell.LSTM,
            model.noMemory(1),
            text.stretch(1, 20, 0, DType.DOUBLE),
            UNBOUNDED);
    Run first =
        Network.read(
            model.params(),
            Cell.LSTM,
            model.noMemory(1),
            text.stretch(1, 10, 0, DType.DOUBLE),
            UNBOUNDED);
    Run second =
        Network.read(
            model.params(),
            Cell.LSTM,
            first.end(),
            text.stretch(1, 10, 1, DType.DOUBLE),
            UNBOUNDED);
    assertThat((first.loss() + second.loss()) / 2).isEqualTo(whole.loss());
    assertThat(second.end().cells()[1].toDoubles())
        .containsExactly(whole.end().cells()[1].toDoubles());
  }

  private static double norm(Tensor x) {
    return Math.sqrt(x.dot(x));
  }
}
