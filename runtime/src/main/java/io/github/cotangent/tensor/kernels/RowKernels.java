package io.github.cotangent.tensor.kernels;

/**
 * Functions of whole rows of a matrix.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface RowKernels<A> {

  /** {@code out = exp(x - max(x)) / Σ exp(x - max(x))} in each row. */
  void softmax(A out, A x, int rows, int columns);

  /** {@code out += y · (g - Σ g · y)} in each row, for the softmax {@code y}. */
  void addSoftmaxDerived(A out, A g, A y, int rows, int columns);

  /** The sum over all rows of {@code Σ t · (logSumExp(x) - x)}. */
  double crossEntropy(A x, A t, int rows, int columns);

  /** {@code out += k · (softmax(x) · Σ t - t)} in each row. */
  void addCrossEntropyDerived(A out, double k, A x, A t, int rows, int columns);
}
