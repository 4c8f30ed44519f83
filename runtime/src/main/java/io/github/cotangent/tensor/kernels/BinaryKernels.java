package io.github.cotangent.tensor.kernels;

/**
 * Elementwise operations of two arrays along a {@link Loop}.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface BinaryKernels<A> {

  /** {@code out = a op b}. */
  void apply(BinaryOp op, Loop loop, A out, A a, A b);

  /**
   * {@code out += g · ∂(a op b)/∂operand}.
   *
   * @param operand 0 for {@code a}, 1 for {@code b}
   */
  void addPartial(BinaryOp op, int operand, Loop loop, A out, A g, A a, A b);
}
