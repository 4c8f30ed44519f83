package io.github.cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.runtime.Shadows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Values, at the places where a table of derivatives says nothing of them. */
class TensorTest {

  private static final double INF = Double.POSITIVE_INFINITY;

  private static Tensor matrix(DType dtype) {
    return Tensors.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3).to(dtype);
  }

  @ParameterizedTest
  @EnumSource
  void broadcastsAsNumPyDoes(DType dtype) {
    Tensor x = matrix(dtype);
    Tensor row = Tensors.vector(10, 20, 30).to(dtype);
    Tensor column = Tensors.of(new double[] {100, 200}, 2, 1).to(dtype);
    assertThat(x.plus(row).toDoubles()).containsExactly(11, 22, 33, 14, 25, 36);
    assertThat(row.minus(x).toDoubles()).containsExactly(9, 18, 27, 6, 15, 24);
    assertThat(x.times(column).toDoubles()).containsExactly(100, 200, 300, 800, 1000, 1200);
    assertThat(column.plus(row).toDoubles()).containsExactly(110, 120, 130, 210, 220, 230);
    assertThat(row.dividedBy(Tensors.scalar(dtype, 10)).toDoubles()).containsExactly(1, 2, 3);
    assertThat(Tensors.zeros(dtype, 0, 3).plus(row).shape()).containsExactly(0, 3);
  }

  @ParameterizedTest
  @EnumSource
  void comparisonsGiveOneOrZero(DType dtype) {
    Tensor a = Tensors.vector(1, 2, 3).to(dtype);
    Tensor two = Tensors.scalar(dtype, 2);
    assertThat(a.greater(two).toDoubles()).containsExactly(0, 0, 1);
    assertThat(a.greaterOrEqual(two).toDoubles()).containsExactly(0, 1, 1);
    assertThat(a.less(two).toDoubles()).containsExactly(1, 0, 0);
    assertThat(a.lessOrEqual(two).toDoubles()).containsExactly(1, 1, 0);
    assertThat(a.equalTo(two).toDoubles()).containsExactly(0, 1, 0);
    assertThat(a.notEqualTo(two).toDoubles()).containsExactly(1, 0, 1);
    assertThat(Tensors.where(a.greater(two), a, a.negate()).toDoubles()).containsExactly(-1, -2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void reduces(DType dtype) {
    Tensor x = matrix(dtype);
    assertThat(x.sum()).isEqualTo(21);
    assertThat(x.mean()).isEqualTo(3.5);
    assertThat(x.sum(Axes.of(0)).toDoubles()).containsExactly(5, 7, 9);
    assertThat(x.mean(Axes.of(-1)).toDoubles()).containsExactly(2, 5);
    assertThat(x.sum(Axes.of(1).keepDims()).shape()).containsExactly(2, 1);
    assertThat(x.sum(Axes.all().keepDims()).shape()).containsExactly(1, 1);
    assertThat(x.max(Axes.of(1)).toDoubles()).containsExactly(3, 6);
    assertThat(x.argmax(1)).containsExactly(2, 2);
    assertThat(x.negate().argmax(-2)).containsExactly(0, 0, 0);
    assertThat(Tensors.vector(1, 3, 3).argmax(0)).containsExactly(1);
    assertThat(Tensors.vector(1, Double.NaN, 3).argmax(0)).containsExactly(1);
    assertThat(Tensors.zeros(dtype, 0, 2).sum(Axes.of(0)).toDoubles()).containsExactly(0, 0);
    assertThat(Tensors.zeros(dtype, 0).mean()).isNaN();
    assertThat(Tensors.vector(1, Double.NaN).max(Axes.all()).item()).isNaN();
  }

  @ParameterizedTest
  @EnumSource
  void exponentialsDoNotOverflow(DType dtype) {
    Tensor x = Tensors.of(new double[] {1000, 1000, -1000, -1000}, 2, 2).to(dtype);
    assertThat(x.softmax().toDoubles()).containsExactly(0.5, 0.5, 0.5, 0.5);
    assertThat(x.logSumExp(Axes.of(1)).toDoubles())
        .containsExactly(new double[] {1000 + Math.log(2), -1000 + Math.log(2)}, within(1e-4));
    assertThat(Losses.softmaxCrossEntropy(x, Tensors.oneHot(dtype, new int[] {0, 1}, 2)))
        .isCloseTo(Math.log(2), within(1e-4));
    Tensor infinite = Tensors.of(new double[] {-INF, -INF, 1, INF}, 2, 2).to(dtype);
    assertThat(infinite.logSumExp(Axes.of(1)).toDoubles()).containsExactly(-INF, INF);
    assertThat(Tensors.vector(-2000, 2000).to(dtype).sigmoid().toDoubles()).containsExactly(0, 1);
  }

  @ParameterizedTest
  @EnumSource
  void movesElements(DType dtype) {
    Tensor x = matrix(dtype);
    assertThat(x.transpose().toDoubles()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(x.reshape(3, -1).shape()).containsExactly(3, 2);
    assertThat(x.slice(1, 1, 3).toDoubles()).containsExactly(2, 3, 5, 6);
    assertThat(x.index(0, 1).toDoubles()).containsExactly(4, 5, 6);
    assertThat(x.gather(1, 1).toDoubles()).containsExactly(4, 5, 6, 4, 5, 6);
    assertThat(x.at(1, 2)).isEqualTo(6);
    assertThat(Tensors.concat(1, x, x.slice(1, 0, 1)).toDoubles())
        .containsExactly(1, 2, 3, 1, 4, 5, 6, 4);
    assertThat(Tensors.stack(1, x, x).shape()).containsExactly(2, 2, 3);
    assertThat(Tensors.stack(-1, x.index(0, 0), x.index(0, 1)).toDoubles())
        .containsExactly(1, 4, 2, 5, 3, 6);
    Tensor cube = Tensors.range(dtype, 24).reshape(2, 3, 4).permute(2, 0, 1);
    assertThat(cube.shape()).containsExactly(4, 2, 3);
    assertThat(cube.at(3, 1, 2)).isEqualTo(23);
    assertThat(cube.at(1, 0, 2)).isEqualTo(9);
  }

  @ParameterizedTest
  @EnumSource
  void convolvesAndPools(DType dtype) {
    Tensor x = Tensors.range(dtype, 16).reshape(1, 1, 4, 4);
    Tensor w = Tensors.of(new double[] {1, 0, 0, -1}, 1, 1, 2, 2).to(dtype);
    assertThat(Convolutions.conv2d(x, w, 1, 0).toDoubles()).containsOnly(-5);
    Tensor padded = Convolutions.conv2d(x, w, 2, 1);
    assertThat(padded.shape()).containsExactly(1, 1, 3, 3);
    assertThat(padded.toDoubles()).containsExactly(0, -2, 0, -8, -5, 7, 0, 13, 15);
    assertThat(Convolutions.maxPool2d(x, 2, 2).toDoubles()).containsExactly(5, 7, 13, 15);
    assertThat(Convolutions.avgPool2d(x, 2, 2).toDoubles()).containsExactly(2.5, 4.5, 10.5, 12.5);
  }

  @ParameterizedTest
  @EnumSource
  void tiesShareTheDerivative(DType dtype) {
    Tensor x = Tensors.vector(3, 1, 3).to(dtype);
    TensorAdjoint one = Tensors.scalar(dtype, 0).accumulator();
    one.addEverywhere(1);
    TensorAdjoint dx = x.accumulator();
    ReductionRules.maxPullback(x, Axes.all(), x.max(Axes.all()), one, dx);
    assertThat(dx.freeze().toDoubles()).containsExactly(0.5, 0, 0.5);

    TensorAdjoint ones = x.accumulator();
    ones.addEverywhere(1);
    TensorAdjoint da = x.accumulator();
    TensorAdjoint db = x.accumulator();
    ArithmeticRules.maximumPullback(x, Tensors.full(dtype, 3, 3), ones, da, db);
    assertThat(da.freeze().toDoubles()).containsExactly(0.5, 0, 0.5);
    assertThat(db.freeze().toDoubles()).containsExactly(0.5, 1, 0.5);

    Tensor image = Tensors.of(new double[] {2, 2, 1, 2}, 1, 1, 2, 2).to(dtype);
    TensorAdjoint g = Tensors.zeros(dtype, 1, 1, 1, 1).accumulator();
    g.addEverywhere(3);
    TensorAdjoint dImage = image.accumulator();
    Tensor pooled = Convolutions.maxPool2d(image, 2, 2);
    Convolutions.maxPool2dPullback(image, 2, 2, pooled, g, dImage);
    assertThat(dImage.freeze().toDoubles()).containsExactly(1, 1, 0, 1);
  }

  @ParameterizedTest
  @EnumSource
  void kinksAndBordersAreAsTheDesignSays(DType dtype) {
    Tensor zero = Tensors.vector(0, -0.0).to(dtype);
    TensorAdjoint ones = zero.accumulator();
    ones.addEverywhere(1);
    TensorAdjoint d = zero.accumulator();
    FunctionRules.reluPullback(zero.relu(), ones, d);
    FunctionRules.absPullback(zero, ones, d);
    FunctionRules.powPullback(zero, 0, ones, d);
    assertThat(d.freeze().toDoubles()).containsOnly(0);
    FunctionRules.clipPullback(zero, 0, 1, ones, d);
    assertThat(d.freeze().toDoubles()).containsOnly(0.5);
    Tensor nan = Tensors.full(dtype, Double.NaN, 2);
    FunctionRules.reluPullback(nan.relu(), ones, d);
    assertThat(d.freeze().toDoubles()).containsOnly(Double.NaN);
  }

  /** A value that was given out stays as it is, whatever is added afterwards. */
  @Test
  void frozenAdjointsDoNotChange() {
    Tensor x = Tensors.vector(1, 2);
    TensorAdjoint d = x.accumulator();
    Tensor zero = d.freeze();
    d.add(x);
    Tensor once = d.freeze();
    d.add(x);
    Tensor twice = d.freeze();
    d.addProduct(x, x);
    assertThat(zero.toDoubles()).containsExactly(0, 0);
    assertThat(once.toDoubles()).containsExactly(1, 2);
    assertThat(twice.toDoubles()).containsExactly(2, 4);
    assertThat(d.freeze().toDoubles()).containsExactly(3, 8);
    assertThat(x.toDoubles()).containsExactly(1, 2);
  }

  @Test
  void adjointsOfConstantsAreDiscarded() {
    TensorAdjoint d = Shadows.scratch(Tensors.vector(1, 2));
    d.add(Tensors.vector(3, 4));
    d.addProduct(Tensors.vector(3, 4), Tensors.vector(3, 4));
    assertThat(d.freeze().toDoubles()).containsExactly(0, 0);
  }

  /** The contract of a differentiable type: a result is never one of the operands. */
  @Test
  void operationsGiveNewObjects() {
    Tensor x = matrix(DType.DOUBLE);
    assertThat(x.copy()).isNotSameAs(x);
    assertThat(x.reshape(2, 3)).isNotSameAs(x);
    assertThat(x.to(DType.DOUBLE)).isNotSameAs(x);
    assertThat(x.slice(0, 0, 2)).isNotSameAs(x);
    assertThat(x.broadcastTo(2, 3)).isNotSameAs(x);
    assertThat(x.sum(Axes.of())).isNotSameAs(x);
    assertThat(x.max(Axes.of())).isNotSameAs(x);
    assertThat(Tensors.concat(0, x)).isNotSameAs(x);
    assertThat(x.zero().toDoubles()).containsOnly(0);
  }
}
