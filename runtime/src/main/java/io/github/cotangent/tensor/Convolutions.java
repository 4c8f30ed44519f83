package io.github.cotangent.tensor;

import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

/**
 * Convolution and pooling of images, of shape (images, channels, height, width). The derivatives
 * stand beside them.
 */
public final class Convolutions {

  private Convolutions() {}

  /**
   * The cross-correlation of images with filters, as neural networks call a convolution: {@code
   * result[i, f, r, c] = Σ x[i, k, r · stride - padding + p, c · stride - padding + q] · w[f, k, p,
   * q]}, with zeros thought around the images (V. Dumoulin, F. Visin, "A guide to convolution
   * arithmetic for deep learning", 2016).
   *
   * @param x the images, (images, channels, height, width)
   * @param w the filters, (filters, channels, height, width)
   * @param stride how far a filter moves, at least 1
   * @param padding how many zeros there are on each side
   * @return (images, filters, rows, columns)
   */
  public static Tensor conv2d(Tensor x, Tensor w, int stride, int padding) {
    return Images.conv2d(x, w, stride, padding);
  }

  /**
   * The transposed convolution of {@code dResult} to the images; its correlation with them to w.
   */
  @PullbackOf(
      method = "conv2d(Tensor x, Tensor w, int stride, int padding)",
      names = {"x", "w", "stride", "padding", "dResult", "dx", "dw"})
  public static void conv2dPullback(
      Tensor x,
      Tensor w,
      int stride,
      int padding,
      TensorAdjoint dResult,
      TensorAdjoint dx,
      TensorAdjoint dw) {
    Tensor g = dResult.freeze();
    Images.addByImage(dx, g, w, stride, padding);
    Images.addByFilter(dw, g, x, stride, padding);
  }

  /** {@code conv2d(xDot, w) + conv2d(x, wDot)}. */
  @TangentOf(
      method = "conv2d(Tensor x, Tensor w, int stride, int padding)",
      names = {"x", "w", "stride", "padding", "xDot", "wDot"})
  public static Tensor conv2dTangent(
      Tensor x, Tensor w, int stride, int padding, Tensor xDot, Tensor wDot) {
    return conv2d(xDot, w, stride, padding).plus(conv2d(x, wDot, stride, padding));
  }

  /**
   * The largest element under a square window, in each channel. Places where the window would reach
   * over the edge are left out.
   *
   * @param x the images, (images, channels, height, width)
   * @param size the rows and columns of the window
   * @param stride how far it moves
   * @return (images, channels, rows, columns)
   */
  public static Tensor maxPool2d(Tensor x, int size, int stride) {
    return Images.maxPool(x, size, stride);
  }

  /** {@code dResult} to the largest elements under the window; ties share equally. */
  @PullbackOf(
      method = "maxPool2d(Tensor x, int size, int stride)",
      names = {"x", "size", "stride", "result", "dResult", "dx"})
  public static void maxPool2dPullback(
      Tensor x, int size, int stride, Tensor result, TensorAdjoint dResult, TensorAdjoint dx) {
    Images.addMaxPoolDerived(dx, dResult.freeze(), x, result, size, stride);
  }

  /** The tangent of the largest element under the window; the mean of those that tie. */
  @TangentOf(
      method = "maxPool2d(Tensor x, int size, int stride)",
      names = {"x", "size", "stride", "result", "xDot"})
  public static Tensor maxPool2dTangent(
      Tensor x, int size, int stride, Tensor result, Tensor xDot) {
    return Images.maxPoolTangent(x, result, xDot, size, stride);
  }

  /**
   * The mean of the elements under a square window, in each channel. Places where the window would
   * reach over the edge are left out.
   *
   * @param x the images, (images, channels, height, width)
   * @param size the rows and columns of the window
   * @param stride how far it moves
   * @return (images, channels, rows, columns)
   */
  public static Tensor avgPool2d(Tensor x, int size, int stride) {
    return Images.averagePool(x, size, stride);
  }

  /** {@code dResult / size²} to each element under the window. */
  @PullbackOf(
      method = "avgPool2d(Tensor x, int size, int stride)",
      names = {"size", "stride", "dResult", "dx"})
  public static void avgPool2dPullback(
      int size, int stride, TensorAdjoint dResult, TensorAdjoint dx) {
    Images.addAveragePoolDerived(dx, dResult.freeze(), size, stride);
  }

  /** The mean of the tangents under the window. */
  @TangentOf(
      method = "avgPool2d(Tensor x, int size, int stride)",
      names = {"size", "stride", "xDot"})
  public static Tensor avgPool2dTangent(int size, int stride, Tensor xDot) {
    return avgPool2d(xDot, size, stride);
  }
}
