package io.github.cotangent.tensor;

import io.github.cotangent.tensor.kernels.ImageKernels;
import io.github.cotangent.tensor.kernels.Kernels;
import io.github.cotangent.tensor.kernels.MatrixKernels.Product;
import io.github.cotangent.tensor.kernels.Window;

/**
 * Convolution and pooling of images, of shape (images, channels, height, width). A convolution is a
 * matrix product: each image is unrolled to a matrix with a column for each place of the filter.
 */
final class Images {

  private Images() {}

  private static Window window(Shape x, int height, int width, int stride, int padding) {
    return new Window(x.size(1), x.size(2), x.size(3), height, width, stride, padding);
  }

  /** The window of a convolution whose shapes fit. */
  static Window filter(Shape x, Shape w, int stride, int padding) {
    if (x.rank() != 4 || w.rank() != 4) {
      throw x.mismatch(
          "conv2d",
          w,
          "are not (images, channels, height, width) and (filters, channels, height, width)");
    }
    if (x.size(1) != w.size(1)) {
      String channels = "have " + x.size(1) + " and " + w.size(1) + " channels (axis 1)";
      throw x.mismatch("conv2d", w, channels);
    }
    if (stride < 1 || padding < 0) {
      throw new IllegalArgumentException(
          "conv2d: a stride of " + stride + " with a padding of " + padding);
    }
    Window window = window(x, w.size(2), w.size(3), stride, padding);
    if (w.size(2) < 1 || w.size(3) < 1 || window.rows() < 1 || window.columns() < 1) {
      throw x.mismatch("conv2d", w, "do not fit: the filter is empty, or larger than the image");
    }
    return window;
  }

  static Tensor conv2d(Tensor x, Tensor w, int stride, int padding) {
    x.requireType("conv2d", w);
    Window window = filter(x.dims(), w.dims(), stride, padding);
    int filters = w.size(0);
    Kernels<Object> kernels = x.kernels();
    Shape shape = Shape.of(x.size(0), filters, window.rows(), window.columns());
    Object out = kernels.arrays().zeros(shape.size());
    Object columns = kernels.arrays().zeros(window.elements() * window.places());
    Product product = new Product(false, false, filters, window.places(), window.elements());
    for (int i = 0; i < x.size(0); i++) {
      kernels.images().unroll(window, columns, x.storage(), i * window.imageSize());
      int o = i * filters * window.places();
      kernels.products().addProduct(product, w.storage(), 0, columns, 0, out, o, null);
    }
    return new Tensor(x.dtype(), shape, out);
  }

  /** {@code dx += rolled(w' · g)}. */
  static void addByImage(TensorAdjoint dx, Tensor g, Tensor w, int stride, int padding) {
    Window window = filter(dx.shape(), w.dims(), stride, padding);
    int filters = w.size(0);
    Kernels<Object> kernels = dx.kernels();
    Product product = new Product(true, false, window.elements(), window.places(), filters);
    dx.into(
        out -> {
          for (int i = 0; i < dx.shape().size(0); i++) {
            Object columns = kernels.arrays().zeros(window.elements() * window.places());
            int o = i * filters * window.places();
            kernels
                .products()
                .addProduct(product, w.storage(), 0, g.storage(), o, columns, 0, null);
            kernels.images().addRolled(window, out, i * window.imageSize(), columns);
          }
        });
  }

  /** {@code dw += g · unrolled(x)'}. */
  static void addByFilter(TensorAdjoint dw, Tensor g, Tensor x, int stride, int padding) {
    Window window = filter(x.dims(), dw.shape(), stride, padding);
    int filters = dw.shape().size(0);
    Kernels<Object> kernels = dw.kernels();
    Object columns = kernels.arrays().zeros(window.elements() * window.places());
    Product product = new Product(false, true, filters, window.elements(), window.places());
    dw.into(
        out -> {
          for (int i = 0; i < x.size(0); i++) {
            kernels.images().unroll(window, columns, x.storage(), i * window.imageSize());
            int o = i * filters * window.places();
            kernels.products().addProduct(product, g.storage(), o, columns, 0, out, 0, null);
          }
        });
  }

  /** The window of a pooling that fits. */
  private static Window pool(String operation, Shape x, int size, int stride) {
    if (x.rank() != 4) {
      throw new IllegalArgumentException(
          operation + ": the shape " + x + " is not (images, channels, height, width)");
    }
    if (size < 1 || stride < 1 || size > x.size(2) || size > x.size(3)) {
      throw new IllegalArgumentException(
          operation + ": a window of " + size + " with a stride of " + stride + " on shape " + x);
    }
    return window(x, size, size, stride, 0);
  }

  private static Shape pooled(Shape x, Window window) {
    return Shape.of(x.size(0), x.size(1), window.rows(), window.columns());
  }

  private static int outputs(Window window) {
    return window.channels() * window.places();
  }

  static Tensor maxPool(Tensor x, int size, int stride) {
    Window window = pool("maxPool2d", x.dims(), size, stride);
    Shape shape = pooled(x.dims(), window);
    Object out = x.kernels().arrays().zeros(shape.size());
    for (int i = 0; i < x.size(0); i++) {
      x.kernels()
          .images()
          .maxPool(window, out, i * outputs(window), x.storage(), i * window.imageSize());
    }
    return new Tensor(x.dtype(), shape, out);
  }

  static void addMaxPoolDerived(
      TensorAdjoint dx, Tensor g, Tensor x, Tensor result, int size, int stride) {
    Window window = pool("maxPool2d", x.dims(), size, stride);
    ImageKernels<Object> images = x.kernels().images();
    dx.into(
        out -> {
          for (int i = 0; i < x.size(0); i++) {
            int from = i * window.imageSize();
            int o = i * outputs(window);
            images.addMaxPoolDerived(
                window, out, from, g.storage(), result.storage(), o, x.storage());
          }
        });
  }

  static Tensor maxPoolTangent(Tensor x, Tensor result, Tensor xDot, int size, int stride) {
    Window window = pool("maxPool2d", x.dims(), size, stride);
    Object out = x.kernels().arrays().zeros(result.size());
    for (int i = 0; i < x.size(0); i++) {
      int from = i * window.imageSize();
      int o = i * outputs(window);
      x.kernels()
          .images()
          .maxPoolTangent(window, out, o, xDot.storage(), x.storage(), from, result.storage());
    }
    return new Tensor(x.dtype(), result.dims(), out);
  }

  static Tensor averagePool(Tensor x, int size, int stride) {
    Window window = pool("avgPool2d", x.dims(), size, stride);
    Shape shape = pooled(x.dims(), window);
    Object out = x.kernels().arrays().zeros(shape.size());
    for (int i = 0; i < x.size(0); i++) {
      x.kernels()
          .images()
          .averagePool(window, out, i * outputs(window), x.storage(), i * window.imageSize());
    }
    return new Tensor(x.dtype(), shape, out);
  }

  static void addAveragePoolDerived(TensorAdjoint dx, Tensor g, int size, int stride) {
    Window window = pool("avgPool2d", dx.shape(), size, stride);
    ImageKernels<Object> images = dx.kernels().images();
    dx.into(
        out -> {
          for (int i = 0; i < dx.shape().size(0); i++) {
            int from = i * window.imageSize();
            images.addAveragePoolDerived(window, out, from, g.storage(), i * outputs(window));
          }
        });
  }
}
