package io.github.cotangent.tensor.kernels;

/**
 * Steps of optimisers, in one pass over the arrays.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface StepKernels<A> {

  /** Moves {@code m} and {@code v} on, and sets {@code out = p - rate · m / (√(v · scale) + ε)}. */
  void adam(AdamStep s, A out, A p, A g, A m, A v);

  /**
   * The numbers of a step of Adam.
   *
   * @param rate the learning rate, divided by the correction of the mean's bias
   * @param beta1 what is left of the mean
   * @param beta2 what is left of the mean square
   * @param scale the correction of the mean square's bias
   * @param epsilon what keeps the quotient finite
   */
  record AdamStep(double rate, double beta1, double beta2, double scale, double epsilon) {}
}
