package io.github.cotangent.tensor.kernels;

/**
 * Linear operations along a {@link Loop}. Where the loop stands still for {@code out}, what is
 * added is summed up there: so one kernel broadcasts, reduces, and undoes a broadcast.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface LoopKernels<A> {

  /** {@code out = a}. */
  void copy(Loop loop, A out, A a);

  /** {@code out += k · a}. */
  void add(Loop loop, A out, double k, A a);

  /** {@code out += a · b}. */
  void addProduct(Loop loop, A out, A a, A b);

  /** {@code out = max(out, a)}. */
  void max(Loop loop, A out, A a);

  /** {@code out = mask ≠ 0 ? a : b}. */
  void select(Loop loop, A out, A mask, A a, A b);

  /** {@code out += a} where {@code mask ≠ 0} is as wanted. */
  void addWhere(Loop loop, A out, A mask, boolean wanted, A a);

  /** The sum of all elements, added up in double precision. */
  double sum(A a);

  /** The sum of all products of elements, added up in double precision. */
  double dot(A a, A b);
}
