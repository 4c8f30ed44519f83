package io.github.cotangent.tensor.kernels;

import dev.ludovic.netlib.blas.BLAS;

/**
 * {@link MatrixKernels} of {@code double[]} by a BLAS, which is column-major: what it takes for C'
 * = B' · A' is C = A · B.
 */
final class DoubleBlas implements MatrixKernels<double[]> {

  private final BLAS blas = BLAS.getInstance();

  @Override
  public void addProduct(Product p, double[] a, int ao, double[] b, int bo, double[] c, int co) {
    if (p.isEmpty()) {
      return;
    }
    String opA = p.transA() ? "T" : "N";
    String opB = p.transB() ? "T" : "N";
    int strideA = p.transA() ? p.m() : p.k();
    int strideB = p.transB() ? p.k() : p.n();
    blas.dgemm(opB, opA, p.n(), p.m(), p.k(), 1, b, bo, strideB, a, ao, strideA, 1, c, co, p.n());
  }
}
