package io.github.cotangent.tensor.kernels;

/**
 * Chooses who computes matrix products: a native BLAS, where {@code dev.ludovic.netlib:blas} is on
 * the class or module path and finds one, else plain Java. (The BLAS in Java that it falls back to
 * is slower than the one here.)
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
      return DoubleBlas.isNative();
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
