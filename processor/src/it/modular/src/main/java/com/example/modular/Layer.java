package com.example.modular;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.tensor.Tensor;

/** Tensors, without the library that makes them fast, which the runtime does without. */
public final class Layer {

  private Layer() {}

  /** The sum of a layer's outputs. */
  @Differentiable
  public static double total(Tensor weights, @NonDifferentiable Tensor input) {
    return input.matmul(weights).sum();
  }
}
