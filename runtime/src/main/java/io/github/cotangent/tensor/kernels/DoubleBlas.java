package io.github.cotangent.tensor.kernels;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;

/**
 * {@link MatrixKernels} of {@code double[]} by a BLAS, which is column-major: what it takes for C'
 * = B' · A' is C = A · B.
 */
final class DoubleBlas implements MatrixKernels<double[]> {

  private final BLAS blas = BLAS.getInstance();

  /** True where the system has a BLAS of its own. */
  static boolean isNative() {
    return BLAS.getInstance() instanceof NativeBLAS;
  }

  @Override
  public void addProduct(
      Product p, double[] a, int ao, double[] b, int bo, double[] c, int co, Layouts ofB) {
    if (p.isEmpty()) {
      return;
    }
    if (p.k() == 1) {
      blas.dger(p.n(), p.m(), 1, b, bo, 1, a, ao, 1, c, co, p.n());
      return;
    }
    if (p.m() == 1) {
      addVectorProduct(!p.transB(), p.n(), p.k(), b, bo, a, ao, c, co);
      return;
    }
    if (p.n() == 1) {
      addVectorProduct(p.transA(), p.m(), p.k(), a, ao, b, bo, c, co);
      return;
    }
    String opA = p.transA() ? "T" : "N";
    String opB = p.transB() ? "T" : "N";
    int strideA = p.transA() ? p.m() : p.k();
    int strideB = p.transB() ? p.k() : p.n();
    blas.dgemm(opB, opA, p.n(), p.m(), p.k(), 1, b, bo, strideB, a, ao, strideA, 1, c, co, p.n());
  }

  /** {@code y += M · x}, with so many rows and columns of M, which is stored transposed or not. */
  private void addVectorProduct(
      boolean transposed,
      int rows,
      int columns,
      double[] m,
      int mo,
      double[] x,
      int xo,
      double[] y,
      int yo) {
    if (transposed) {
      blas.dgemv("N", rows, columns, 1, m, mo, rows, x, xo, 1, 1, y, yo, 1);
    } else {
      blas.dgemv("T", columns, rows, 1, m, mo, columns, x, xo, 1, 1, y, yo, 1);
    }
  }
}
