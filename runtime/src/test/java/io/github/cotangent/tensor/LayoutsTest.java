package io.github.cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.tensor.kernels.Layouts;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LayoutsTest {

  @Test
  void keepsFromTheSecondTimeOn() {
    Layouts layouts = new Layouts();
    AtomicInteger made = new AtomicInteger();
    assertThat(layouts.find(true, made::incrementAndGet)).isNull();
    assertThat(layouts.find(false, made::incrementAndGet)).isNull();
    assertThat(made).hasValue(0);
    assertThat(layouts.find(true, made::incrementAndGet)).isEqualTo(1);
    assertThat(layouts.find(true, made::incrementAndGet)).isEqualTo(1);
    assertThat(layouts.find(false, made::incrementAndGet)).isEqualTo(2);
  }

  /** What is kept is of the matrix or of its transpose, each for itself. */
  @Test
  void multipliesByOneMatrixAgainAndAgain() {
    Tensor x = Tensors.normal(DType.FLOAT, 1, 5, 70);
    Tensor g = Tensors.normal(DType.FLOAT, 2, 5, 90);
    Tensor w = Tensors.normal(DType.FLOAT, 3, 70, 90);
    float[] product = x.matmul(w.copy()).toFloats();
    float[] adjoint = adjoint(g, w.copy());
    for (int time = 0; time < 3; time++) {
      assertThat(x.matmul(w).toFloats()).containsExactly(product);
      assertThat(adjoint(g, w)).containsExactly(adjoint);
    }
  }

  private static float[] adjoint(Tensor g, Tensor w) {
    TensorAdjoint dx = new TensorAdjoint(DType.FLOAT, Shape.of(5, 70), false);
    MatrixProduct.addByFirst(dx, g, w);
    return dx.freeze().toFloats();
  }
}
