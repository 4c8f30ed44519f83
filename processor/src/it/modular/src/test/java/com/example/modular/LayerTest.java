package com.example.modular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.cotangent.tensor.Tensor;
import io.github.cotangent.tensor.Tensors;
import org.junit.jupiter.api.Test;

class LayerTest {

  @Test
  void gradientOfAMatrixProduct() {
    Tensor weights = Tensors.of(new double[] {1, 2, 3, 4}, 2, 2);
    Tensor input = Tensors.of(new double[] {5, 6, 7, 8}, 2, 2);
    // Each weight's derivative is the sum of what it is multiplied by: 5 + 7, or 6 + 8.
    assertArrayEquals(new double[] {12, 12, 14, 14}, dLayer.dTotal(weights, input).toDoubles());
  }
}
