package io.github.cotangent.tensor.kernels;

import dev.ludovic.netlib.blas.BLAS;

/**
 * {@link MatrixKernels} of {@code float[]} by a BLAS, which is column-major: what it takes for C' =
 * B' · A' is C = A · B.
 */
final class FloatBlas implements MatrixKernels<float[]> {

  private final BLAS blas = BLAS.getInstance();

  @Override
  public void addProduct(Product p, float[] a, int ao, float[] b, int bo, float[] c, int co) {
    if (p.isEmpty()) {
      return;
    }
    String opA = p.transA() ? "T" : "N";
    String opB = p.transB() ? "T" : "N";
    int strideA = p.transA() ? p.m() : p.k();
    int strideB = p.transB() ? p.k() : p.n();
    blas.sgemm(opB, opA, p.n(), p.m(), p.k(), 1, b, bo, strideB, a, ao, strideA, 1, c, co, p.n());
  }
}
