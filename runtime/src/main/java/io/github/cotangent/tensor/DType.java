package io.github.cotangent.tensor;

import io.github.cotangent.tensor.kernels.Kernels;

/** The type of a tensor's elements. Two tensors of different types do not mix. */
public enum DType {
  /** Double precision: for checking. */
  DOUBLE(Kernels.DOUBLE),
  /** Single precision: for speed. */
  FLOAT(Kernels.FLOAT);

  private final Kernels<Object> kernels;

  @SuppressWarnings("unchecked") // the arrays of a tensor are those of its type
  DType(Kernels<?> kernels) {
    this.kernels = (Kernels<Object>) kernels;
  }

  Kernels<Object> kernels() {
    return kernels;
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
