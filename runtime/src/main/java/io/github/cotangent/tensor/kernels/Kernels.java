package io.github.cotangent.tensor.kernels;

/**
 * All kernels for one type of array.
 *
 * @param <A> {@code double[]} or {@code float[]}
 * @param arrays making arrays, and their elements
 * @param loops linear operations with broadcasting
 * @param binaries elementwise operations of two arrays
 * @param unaries elementwise functions
 * @param rows functions of whole rows: softmax
 * @param images convolution and pooling
 * @param products matrix products
 * @param steps steps of optimisers
 */
public record Kernels<A>(
    ArrayKernels<A> arrays,
    LoopKernels<A> loops,
    BinaryKernels<A> binaries,
    UnaryKernels<A> unaries,
    RowKernels<A> rows,
    ImageKernels<A> images,
    MatrixKernels<A> products,
    StepKernels<A> steps) {

  /** The kernels of {@code double[]}. */
  public static final Kernels<double[]> DOUBLE =
      new Kernels<>(
          new DoubleArrays(),
          new DoubleLoops(),
          new DoubleBinaries(),
          new DoubleUnaries(),
          new DoubleRows(),
          new DoubleImages(),
          MatrixProducts.ofDoubles(),
          new DoubleSteps());

  /** The kernels of {@code float[]}. */
  public static final Kernels<float[]> FLOAT =
      new Kernels<>(
          new FloatArrays(),
          new FloatLoops(),
          new FloatBinaries(),
          new FloatUnaries(),
          new FloatRows(),
          new FloatImages(),
          MatrixProducts.ofFloats(),
          new FloatSteps());
}
