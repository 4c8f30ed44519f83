package io.github.cotangent.tensor.kernels;

/**
 * Chooses who computes matrix products: a BLAS, where {@code dev.ludovic.netlib:blas} is on the
 * class or module path, else plain Java.
 */
final class MatrixProducts {

  private MatrixProducts() {}

  static MatrixKernels<double[]> ofDoubles() {
    return hasBlas() ? new DoubleBlas() : new DoubleProducts();
  }

  static MatrixKernels<float[]> ofFloats() {
    return hasBlas() ? new FloatBlas() : new FloatProducts();
  }

  private static boolean hasBlas() {
    try {
      Class.forName("dev.ludovic.netlib.blas.BLAS");
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
