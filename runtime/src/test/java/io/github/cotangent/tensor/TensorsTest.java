package io.github.cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorsTest {

  @ParameterizedTest
  @EnumSource
  void makesConstants(DType dtype) {
    assertThat(Tensors.zeros(dtype, 2, 2).toDoubles()).containsExactly(0, 0, 0, 0);
    assertThat(Tensors.full(dtype, 1.5, 3).toDoubles()).containsExactly(1.5, 1.5, 1.5);
    assertThat(Tensors.eye(dtype, 2).toDoubles()).containsExactly(1, 0, 0, 1);
    assertThat(Tensors.range(dtype, 3).toDoubles()).containsExactly(0, 1, 2);
    assertThat(Tensors.oneHot(dtype, new int[] {2, 0}, 3).toDoubles())
        .containsExactly(0, 0, 1, 1, 0, 0);
    assertThat(Tensors.range(dtype, 0).shape()).containsExactly(0);
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameNumbers(DType dtype) {
    Tensor a = Tensors.normal(dtype, 42, 3, 4);
    assertThat(Tensors.normal(dtype, 42, 3, 4).toDoubles()).containsExactly(a.toDoubles());
    assertThat(Tensors.normal(dtype, 43, 3, 4).toDoubles()).isNotEqualTo(a.toDoubles());
    Tensor b = Tensors.uniform(dtype, 42, -1, 2, 5);
    assertThat(Tensors.uniform(dtype, 42, -1, 2, 5).toDoubles()).containsExactly(b.toDoubles());
  }

  @Test
  void seedsGiveTheNumbersOfTheJdk() {
    java.util.Random random = new java.util.Random(7);
    assertThat(Tensors.normal(DType.DOUBLE, 7, 2).toDoubles())
        .containsExactly(random.nextGaussian(), random.nextGaussian());
    assertThat(Tensors.normal(DType.FLOAT, 7, 3).toFloats())
        .containsExactly(Tensors.normal(DType.DOUBLE, 7, 3).toFloats());
  }

  @Test
  void randomNumbersHaveTheirDistribution() {
    Tensor normal = Tensors.normal(DType.DOUBLE, 1, 100_000);
    assertThat(normal.mean()).isCloseTo(0, within(0.02));
    assertThat(normal.square().mean()).isCloseTo(1, within(0.02));
    Tensor uniform = Tensors.uniform(DType.DOUBLE, 1, -1, 3, 100_000);
    assertThat(uniform.mean()).isCloseTo(1, within(0.02));
    assertThat(uniform.max(Axes.all()).item()).isBetween(2.99, 3.0);
  }

  @Test
  void arraysAreCopied() {
    double[] values = {1, 2};
    Tensor t = Tensors.vector(values);
    values[0] = 9;
    t.toDoubles()[1] = 9;
    t.shape()[0] = 9;
    assertThat(t.toDoubles()).containsExactly(1, 2);
    assertThat(t.shape()).containsExactly(2);
  }

  @Test
  void rulesOfArraysAndNumbers() {
    TensorAdjoint g = Tensors.zeros(DType.DOUBLE, 2).accumulator();
    g.add(Tensors.vector(3, -4));
    double[] dvalues = {1, 1};
    Tensors.vectorPullback(g, dvalues);
    assertThat(dvalues).containsExactly(4, -3);
    Tensors.ofPullback(g, dvalues);
    assertThat(dvalues).containsExactly(7, -7);
    TensorAdjoint floats = Tensors.zeros(DType.FLOAT, 1).accumulator();
    floats.add(Tensors.of(new float[] {2}, 1));
    float[] df = {1};
    Tensors.ofPullback(floats, df);
    assertThat(df).containsExactly(3);
    assertThat(Tensors.vectorTangent(new double[] {1, 2}).toDoubles()).containsExactly(1, 2);
    assertThat(Tensors.ofTangent(new double[] {1, 2}, new int[] {2, 1}).shape())
        .containsExactly(2, 1);
    assertThat(Tensors.ofTangent(new float[] {1}, new int[0]).dtype()).isEqualTo(DType.FLOAT);
    TensorAdjoint one = Tensors.scalar(DType.DOUBLE, 5).accumulator();
    one.add(Tensors.scalar(DType.DOUBLE, 2));
    assertThat(Tensors.scalarPullback(one)).isEqualTo(2);
    assertThat(Tensors.scalarTangent(DType.FLOAT, 0.5).item()).isEqualTo(0.5);
  }

  @Test
  void convertsInBothDirections() {
    Tensor x = Tensors.vector(0.1, 2);
    Tensor f = x.to(DType.FLOAT);
    assertThat(f.toFloats()).containsExactly(0.1f, 2);
    assertThat(f.to(DType.DOUBLE).toDoubles()).containsExactly(0.1f, 2);
    TensorAdjoint g = f.accumulator();
    g.add(Tensors.of(new float[] {1, 3}, 2));
    TensorAdjoint dx = x.accumulator();
    FunctionRules.toPullback(g, dx);
    assertThat(dx.freeze().toDoubles()).containsExactly(1, 3);
    assertThat(FunctionRules.toTangent(DType.FLOAT, x).dtype()).isEqualTo(DType.FLOAT);
  }

  @ParameterizedTest
  @EnumSource
  void rulesOfTensorsAsArrays(DType dtype) {
    Tensor x = Tensors.of(new double[] {1, 2}, 2, 1).to(dtype);
    TensorAdjoint dx = x.accumulator();
    StructureRules.toDoublesPullback(new double[] {3, 4}, dx);
    StructureRules.toFloatsPullback(new float[] {0.5f, 1}, dx);
    assertThat(dx.freeze().toDoubles()).containsExactly(3.5, 5);
    assertThat(dx.freeze().dtype()).isEqualTo(dtype);
    assertThat(StructureRules.toDoublesTangent(x)).containsExactly(1, 2);
    assertThat(StructureRules.toFloatsTangent(x)).containsExactly(1, 2);
  }

  @Test
  void wrongClassesAreNamed() {
    assertThatThrownBy(() -> Tensors.oneHot(DType.DOUBLE, new int[] {3}, 3))
        .hasMessage("oneHot: the class 3 is not one of 3");
  }
}
