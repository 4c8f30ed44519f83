package io.github.cotangent.tensor.kernels;

import java.util.Optional;

/**
 * Chooses who computes matrix products: a native BLAS, where {@code dev.ludovic.netlib:blas} is on
 * the class or module path and finds one, else Java. (The BLAS in Java that it falls back to is
 * slower than the one here.) In Java, {@code float[]} by the Vector API where its module is in the
 * boot layer, which gives the same bits.
 */
final class MatrixProducts {

  private static final String VECTORS = "jdk.incubator.vector";

  /** Compiled apart, as it needs that module. */
  private static final String BY_VECTORS = "io.github.cotangent.tensor.kernels.FloatVectorBlocks";

  private MatrixProducts() {}

  static MatrixKernels<double[]> ofDoubles() {
    return hasBlas() ? new DoubleBlas() : new DoubleProducts(new DoubleBlocks());
  }

  static MatrixKernels<float[]> ofFloats() {
    return hasBlas() ? new FloatBlas() : new FloatProducts(floatBlocks());
  }

  private static boolean hasBlas() {
    try {
      Class.forName("dev.ludovic.netlib.blas.BLAS");
      return DoubleBlas.isNative();
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  static FloatBlocks floatBlocks() {
    Optional<Module> vectors = ModuleLayer.boot().findModule(VECTORS);
    if (vectors.isEmpty()) {
      return new FloatBlocks();
    }
    MatrixProducts.class.getModule().addReads(vectors.get());
    try {
      return (FloatBlocks) Class.forName(BY_VECTORS).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) { // A JDK whose Vector API has changed.
      return new FloatBlocks();
    }
  }
}
