package io.github.cotangent.tensor;

/** Functions of a tensor's rows, which lie along its last axis. */
final class Rows {

  private Rows() {}

  private static int columns(String operation, Shape shape) {
    if (shape.rank() == 0) {
      throw new IllegalArgumentException(operation + ": a tensor of shape () has no rows");
    }
    return shape.size(shape.rank() - 1);
  }

  private static int rows(Shape shape, int columns) {
    return columns == 0 ? 0 : shape.size() / columns;
  }

  static Tensor softmax(Tensor x) {
    int columns = columns("softmax", x.dims());
    Object out = x.kernels().arrays().zeros(x.size());
    x.kernels().rows().softmax(out, x.storage(), rows(x.dims(), columns), columns);
    return new Tensor(x.dtype(), x.dims(), out);
  }

  static void addSoftmaxDerived(TensorAdjoint dx, Tensor g, Tensor y) {
    dx.requireSame("softmax", g);
    int columns = columns("softmax", y.dims());
    int rows = rows(y.dims(), columns);
    dx.into(
        out -> y.kernels().rows().addSoftmaxDerived(out, g.storage(), y.storage(), rows, columns));
  }

  static double crossEntropy(Tensor logits, Tensor targets) {
    logits.requireType("softmaxCrossEntropy", targets);
    if (logits.rank() != 2 || !logits.dims().equals(targets.dims())) {
      throw logits
          .dims()
          .mismatch("softmaxCrossEntropy", targets.dims(), "are not those of two equal matrices");
    }
    int rows = logits.size(0);
    double total =
        logits
            .kernels()
            .rows()
            .crossEntropy(logits.storage(), targets.storage(), rows, logits.size(1));
    return total / rows;
  }

  static void addCrossEntropyDerived(TensorAdjoint dx, double g, Tensor logits, Tensor targets) {
    int rows = logits.size(0);
    int columns = logits.size(1);
    Object x = logits.storage();
    Object t = targets.storage();
    dx.into(out -> dx.kernels().rows().addCrossEntropyDerived(out, g / rows, x, t, rows, columns));
  }
}
