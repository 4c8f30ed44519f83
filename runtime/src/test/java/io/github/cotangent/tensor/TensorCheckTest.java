package io.github.cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.GradientCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records of tensors in a gradient check, with a gradient written out by hand. */
class TensorCheckTest {

  record Layer(Tensor w, Tensor b) {}

  private static Layer layer(DType dtype) {
    return new Layer(Tensors.uniform(dtype, 1, -1, 1, 2, 3), Tensors.uniform(dtype, 2, -1, 1, 3));
  }

  private static Tensor output(Layer p) {
    Tensor x = Tensors.of(new double[] {0.5, -1, 2, 0.25}, 2, 2).to(p.w().dtype());
    return x.matmul(p.w()).plus(p.b()).tanh();
  }

  private static double loss(Layer p) {
    return output(p).square().sum();
  }

  /** What the compiler would write for a given adjoint of the output. */
  private static Layer pullback(Layer p, Tensor dOutput) {
    Tensor x = Tensors.of(new double[] {0.5, -1, 2, 0.25}, 2, 2).to(p.w().dtype());
    Tensor product = x.matmul(p.w());
    Tensor sum = product.plus(p.b());
    TensorAdjoint dResult = dOutput.accumulator();
    dResult.add(dOutput);
    TensorAdjoint dsum = sum.accumulator();
    FunctionRules.tanhPullback(sum.tanh(), dResult, dsum);
    TensorAdjoint dproduct = product.accumulator();
    TensorAdjoint db = p.b().accumulator();
    ArithmeticRules.plusPullback(dsum, dproduct, db);
    TensorAdjoint dw = p.w().accumulator();
    MatrixRules.matmulPullback(x, p.w(), dproduct, x.discarding(), dw);
    return new Layer(dw.freeze(), db.freeze());
  }

  private static Layer gradient(Layer p) {
    return pullback(p, output(p).times(2));
  }

  @ParameterizedTest
  @EnumSource
  void rightGradientsPass(DType dtype) {
    GradientCheck.of("loss", layer(dtype), TensorCheckTest::loss)
        .gradient(TensorCheckTest::gradient)
        .jvp((p, dot) -> gradient(p).w().dot(dot.w()) + gradient(p).b().dot(dot.b()))
        .check();
    GradientCheck.of("output", layer(dtype), TensorCheckTest::output)
        .pullback(TensorCheckTest::pullback)
        .check();
  }

  @ParameterizedTest
  @EnumSource
  void arraysOfRecordsAreCheckedByElements(DType dtype) {
    Layer[] layers = {layer(dtype), new Layer(layer(dtype).w().times(0.5), layer(dtype).b())};
    GradientCheck<Layer[], Double> check =
        GradientCheck.of("loss", layers, all -> loss(all[0]) + loss(all[1]));
    check.gradient(all -> new Layer[] {gradient(all[0]), gradient(all[1])}).check();
    assertThatThrownBy(
            () -> check.gradient(all -> new Layer[] {gradient(all[0]), gradient(all[0])}).check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("[1].b[2]");
  }

  @ParameterizedTest
  @EnumSource
  void wrongGradientsAreNamed(DType dtype) {
    GradientCheck<Layer, Double> check =
        GradientCheck.of("loss", layer(dtype), TensorCheckTest::loss);
    Tensor off = Tensors.vector(0, 0, 1).to(dtype);
    assertThatThrownBy(
            () ->
                check.gradient(p -> new Layer(gradient(p).w(), gradient(p).b().plus(off))).check())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("b[2]");
    assertThatThrownBy(
            () ->
                check
                    .gradient(p -> new Layer(gradient(p).w().transpose(), gradient(p).b()))
                    .check())
        .hasMessageContaining("the shape [3, 2] at 'w', which has the shape [2, 3]");
  }
}
