package io.github.cotangent.tensor.kernels;

/**
 * A window that moves over an image with several channels.
 *
 * @param channels the channels of the image
 * @param height the rows of the image
 * @param width the columns of the image
 * @param windowHeight the rows of the window
 * @param windowWidth the columns of the window
 * @param stride how far the window moves
 * @param padding how many zeros are thought around the image
 */
public record Window(
    int channels,
    int height,
    int width,
    int windowHeight,
    int windowWidth,
    int stride,
    int padding) {

  /** How many places the window has, from top to bottom; 0 or less if it does not fit. */
  public int rows() {
    return Math.floorDiv(height + 2 * padding - windowHeight, stride) + 1;
  }

  /** How many places the window has, from left to right; 0 or less if it does not fit. */
  public int columns() {
    return Math.floorDiv(width + 2 * padding - windowWidth, stride) + 1;
  }

  /** The number of places. */
  public int places() {
    return rows() * columns();
  }

  /** The number of elements under the window, in all channels. */
  public int elements() {
    return channels * windowHeight * windowWidth;
  }

  /** The number of elements of an image. */
  public int imageSize() {
    return channels * height * width;
  }
}
