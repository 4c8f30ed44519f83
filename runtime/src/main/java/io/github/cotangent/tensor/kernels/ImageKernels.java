package io.github.cotangent.tensor.kernels;

/**
 * Convolution and pooling, an image at a time.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface ImageKernels<A> {

  /**
   * Unrolls an image ("im2col"): a row for each element of the window, a column for each place of
   * it; zeros where the window is outside of the image.
   *
   * @param from the index of the image's first element
   */
  void unroll(Window w, A columns, A image, int from);

  /** The transpose of {@link #unroll} ("col2im"): adds each element to where it came from. */
  void addRolled(Window w, A image, int from, A columns);

  /** The largest element under the window, at each place, in each channel. */
  void maxPool(Window w, A out, int o, A image, int from);

  /** Adds {@code g} of each place to the largest elements there; ties share equally. */
  void addMaxPoolDerived(Window w, A dImage, int from, A g, A out, int o, A image);

  /** The largest elements' mean tangent, at each place: forward mode of {@link #maxPool}. */
  void maxPoolTangent(Window w, A outDot, int o, A imageDot, A image, int from, A out);

  /** The mean under the window, at each place, in each channel. */
  void averagePool(Window w, A out, int o, A image, int from);

  /** Adds {@code g} of each place to all elements there, in equal parts. */
  void addAveragePoolDerived(Window w, A dImage, int from, A g, int o);
}
