package io.github.cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptimiserTest {

  record Layer(Tensor weight, Tensor bias) {}

  record Model(Layer first, Tensor[] others, int size, String name) {}

  record Deep(Layer[] layers, Layer[][] rows, int size) {}

  record Plain(Tensor w) {}

  record WithNumber(Tensor w, double scale) {}

  private static final double[] START = {1, -2, 0.5};
  private static final double[][] GRADIENTS = {{0.3, -1, 0}, {-2, 0.5, 1e-3}, {0.1, 0.1, 4}};

  private static double tolerance(DType dtype) {
    return dtype == DType.DOUBLE ? 1e-14 : 1e-6;
  }

  /** Three steps of one tensor. */
  private static double[] run(Optimiser<Plain> optimiser, DType dtype) {
    Plain p = new Plain(Tensors.vector(START).to(dtype));
    for (double[] g : GRADIENTS) {
      p = optimiser.step(p, new Plain(Tensors.vector(g).to(dtype)));
    }
    return p.w().toDoubles();
  }

  /** As gradients are: null where the model does without. */
  @Test
  void whatIsNullStaysNull() {
    Tensor w = Tensors.vector(1, 2);
    Layer[] layers = {new Layer(w, null), null};
    Layer[] moved = new Adam<Layer[]>(0.1).step(layers, layers);
    assertThat(moved[0].weight().toDoubles())
        .containsExactly(new double[] {0.9, 1.9}, within(1e-6));
    assertThat(moved[0].bias()).isNull();
    assertThat(moved[1]).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void sgdFollowsItsFormula(DType dtype) {
    double[] expected = START.clone();
    for (double[] g : GRADIENTS) {
      for (int i = 0; i < g.length; i++) {
        expected[i] -= 0.1 * g[i];
      }
    }
    assertThat(run(new Sgd<>(0.1), dtype)).containsExactly(expected, within(tolerance(dtype)));
  }

  @ParameterizedTest
  @EnumSource
  void momentumFollowsItsFormula(DType dtype) {
    double[] expected = START.clone();
    double[] v = new double[3];
    for (double[] g : GRADIENTS) {
      for (int i = 0; i < g.length; i++) {
        v[i] = 0.9 * v[i] + g[i];
        expected[i] -= 0.1 * v[i];
      }
    }
    assertThat(run(new Momentum<>(0.1, 0.9), dtype))
        .containsExactly(expected, within(tolerance(dtype)));
  }

  @ParameterizedTest
  @EnumSource
  void adamFollowsItsFormula(DType dtype) {
    double[] expected = START.clone();
    double[] m = new double[3];
    double[] v = new double[3];
    for (int t = 1; t <= GRADIENTS.length; t++) {
      double[] g = GRADIENTS[t - 1];
      for (int i = 0; i < g.length; i++) {
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
        double mHat = m[i] / (1 - Math.pow(0.9, t));
        double vHat = v[i] / (1 - Math.pow(0.999, t));
        expected[i] -= 0.01 * mHat / (Math.sqrt(vHat) + 1e-8);
      }
    }
    assertThat(run(new Adam<>(0.01), dtype)).containsExactly(expected, within(tolerance(dtype)));
  }

  @Test
  void theRateMayChangeOnTheWay() {
    for (Optimiser<Plain> optimiser :
        List.<Optimiser<Plain>>of(new Sgd<>(7), new Momentum<>(7, 0), new Adam<>(7))) {
      optimiser.setRate(0.5);
      Plain p = optimiser.step(new Plain(Tensors.vector(3)), new Plain(Tensors.vector(1)));
      assertThat(p.w().item()).isCloseTo(2.5, within(1e-6));
      assertThatThrownBy(() -> optimiser.setRate(0))
          .hasMessage("rate must be positive, and is 0.0");
    }
  }

  @ParameterizedTest
  @EnumSource
  void adagradFollowsItsFormula(DType dtype) {
    double[] expected = START.clone();
    double[] v = new double[3];
    for (double[] g : GRADIENTS) {
      for (int i = 0; i < g.length; i++) {
        v[i] += g[i] * g[i];
        expected[i] -= 0.1 * g[i] / (Math.sqrt(v[i]) + 1e-8);
      }
    }
    assertThat(run(new Adagrad<>(0.1), dtype)).containsExactly(expected, within(tolerance(dtype)));
  }

  static Stream<Supplier<Optimiser<Plain>>> all() {
    return Stream.of(
        () -> new Sgd<>(0.1),
        () -> new Momentum<>(0.02, 0.9),
        () -> new Adagrad<>(0.5),
        () -> new Adam<>(0.05));
  }

  private static Plain bowlStep(Optimiser<Plain> optimiser, Plain p) {
    return optimiser.step(p, new Plain(p.w().minus(1).times(2)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void anotherOneGoesOnFromItsState(Supplier<Optimiser<Plain>> maker) {
    Optimiser<Plain> whole = maker.get();
    Plain p = bowlStep(whole, bowlStep(whole, new Plain(Tensors.vector(3, -2))));
    OptimiserState state = whole.state(p);
    assertThat(state.steps().item()).isEqualTo(2);
    Plain expected = bowlStep(whole, bowlStep(whole, p));
    Optimiser<Plain> other = maker.get();
    other.restore(p, state);
    Plain actual = bowlStep(other, bowlStep(other, p));
    assertThat(actual.w().toDoubles()).containsExactly(expected.w().toDoubles());
  }

  @Test
  void theStateOfAnotherOptimiserIsRefused() {
    Plain p = new Plain(Tensors.vector(1));
    OptimiserState state = new Adam<Plain>(1).state(p);
    assertThatThrownBy(() -> new Momentum<Plain>(1, 0).restore(p, state))
        .hasMessage("restore: 2 tensors, but this optimiser remembers 1");
    assertThatThrownBy(() -> new Adam<Plain>(1).restore(new Plain(Tensors.vector(1, 2)), state))
        .hasMessage("restore: shapes (2,) and (1,) differ");
  }

  /** The first step of Adam has the length of the rate, whatever the gradient's. */
  @Test
  void adamBeginsWithStepsOfTheRate() {
    Plain p =
        new Adam<Plain>(0.01)
            .step(new Plain(Tensors.vector(0, 0)), new Plain(Tensors.vector(5, -1e-3)));
    assertThat(p.w().toDoubles()).containsExactly(new double[] {-0.01, 0.01}, within(1e-6));
  }

  @Test
  void recordsKeepTheirForm() {
    Tensor one = Tensors.vector(1);
    Model model =
        new Model(
            new Layer(one, one.times(2)), new Tensor[] {one.times(3), one.times(4)}, 7, "net");
    Model gradient = new Model(new Layer(one, one), new Tensor[] {one, one}, 7, "net");
    Model moved = new Sgd<Model>(1).step(model, gradient);
    assertThat(moved.first().weight().item()).isEqualTo(0);
    assertThat(moved.first().bias().item()).isEqualTo(1);
    assertThat(moved.others()[0].item()).isEqualTo(2);
    assertThat(moved.others()[1].item()).isEqualTo(3);
    assertThat(moved.size()).isEqualTo(7);
    assertThat(moved.name()).isEqualTo("net");
    assertThat(model.first().weight().item()).isEqualTo(1);
  }

  @Test
  void arraysOfRecordsKeepTheirForm() {
    Tensor one = Tensors.vector(1);
    Layer layer = new Layer(one, one.times(2));
    Layer gradient = new Layer(one, one);
    Layer[] moved =
        new Sgd<Layer[]>(1).step(new Layer[] {layer, layer}, new Layer[] {gradient, gradient});
    assertThat(moved[0].weight().item()).isEqualTo(0);
    assertThat(moved[1].bias().item()).isEqualTo(1);
    Deep deep =
        new Adam<Deep>(1)
            .step(
                new Deep(new Layer[0], new Layer[][] {{layer}, {}}, 3),
                new Deep(new Layer[0], new Layer[][] {{gradient}, {}}, 3));
    assertThat(deep.layers()).isEmpty();
    assertThat(deep.rows()[0][0].bias().item()).isCloseTo(1, within(1e-6));
    assertThat(deep.rows()[1]).isEmpty();
    assertThat(deep.size()).isEqualTo(3);
    assertThat(new Sgd<Tensor>(1).step(one, one).item()).isZero();
    assertThatThrownBy(() -> new Sgd<Layer[]>(1).step(new Layer[] {layer}, new Layer[0]))
        .hasMessage("step: 2 tensors, but a gradient of 0");
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachFindsTheMinimumOfABowl(Supplier<Optimiser<Plain>> maker) {
    Optimiser<Plain> optimiser = maker.get();
    Plain p = new Plain(Tensors.vector(3, -2));
    for (int i = 0; i < 500; i++) {
      p = bowlStep(optimiser, p);
    }
    assertThat(p.w().toDoubles()).containsExactly(new double[] {1, 1}, within(1e-4));
  }

  @Test
  void whatCannotBeMovedIsRefused() {
    Tensor w = Tensors.vector(1);
    WithNumber numbers = new WithNumber(w, 2);
    assertThatThrownBy(() -> new Sgd<WithNumber>(1).step(numbers, numbers))
        .hasMessage(
            "WithNumber.scale is a double, which can be neither trained nor saved; make it a Tensor");
    assertThatThrownBy(() -> new Sgd<String>(1).step("w", "w"))
        .hasMessage("a String can be neither trained nor saved; make it a record of tensors");
    assertThatThrownBy(() -> new Sgd<WithNumber[]>(1).step(new WithNumber[0], new WithNumber[0]))
        .hasMessage(
            "WithNumber.scale is a double, which can be neither trained nor saved; make it a Tensor");
    assertThatThrownBy(() -> new Sgd<Plain>(1).step(new Plain(w), new Plain(Tensors.vector(1, 2))))
        .hasMessage("step: shapes (1,) and (2,) differ");
    assertThatThrownBy(() -> new Adam<Plain>(0)).hasMessage("rate must be positive, and is 0.0");
    assertThatThrownBy(() -> new Momentum<Plain>(1, 1))
        .hasMessage("decay must be at least 0 and below 1, and is 1.0");
  }
}
