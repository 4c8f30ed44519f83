package io.github.cotangent.tensor.kernels;

/**
 * What arrays can do.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface ArrayKernels<A> {

  /** A new array of zeros. */
  A zeros(int length);

  /** The number of elements. */
  int length(A a);

  /** An element. */
  double get(A a, int i);

  /** Sets an element, rounded to the array's type. */
  void set(A a, int i, double value);

  /** A copy of it. */
  A copy(A a);

  /** Moves a block: {@code out[o + i] = a[from + i]}. */
  void move(A a, int from, A out, int o, int length);

  /** Adds a block: {@code out[o + i] += a[from + i]}. */
  void addBlock(A a, int from, A out, int o, int length);
}
