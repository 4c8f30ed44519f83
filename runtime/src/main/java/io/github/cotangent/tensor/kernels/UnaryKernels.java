package io.github.cotangent.tensor.kernels;

/**
 * Elementwise functions of one array.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface UnaryKernels<A> {

  /** {@code out = op(x)}. */
  void apply(UnaryOp op, A out, A x);

  /**
   * {@code out += g · op'}.
   *
   * @param at the result of {@code op}, or its argument: {@link UnaryOp} says which
   */
  void addDerived(UnaryOp op, A out, A g, A at);

  /** {@code out = x + k}. */
  void plus(A out, A x, double k);

  /** {@code out = k · x}. */
  void times(A out, A x, double k);

  /** {@code out = x^p}. */
  void pow(A out, A x, double p);

  /** {@code out += g · p · x^(p-1)}; nothing where {@code p} is 0. */
  void addPowDerived(A out, A g, A x, double p);

  /** {@code out = min(max(x, low), high)}. */
  void clip(A out, A x, double low, double high);

  /** {@code out += g} within the bounds; half of it at a bound. */
  void addClipDerived(A out, A g, A x, double low, double high);
}
