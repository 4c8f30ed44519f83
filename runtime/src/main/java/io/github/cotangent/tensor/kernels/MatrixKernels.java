package io.github.cotangent.tensor.kernels;

/**
 * Matrix products of row-major matrices: the seam behind which a BLAS may stand.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public interface MatrixKernels<A> {

  /**
   * Adds a product: {@code C += op(A) · op(B)}, where {@code op} transposes or not.
   *
   * @param p which of the two are transposed, and the sizes
   * @param ao the index of the first element of A; {@code bo} and {@code co} likewise
   * @param ofB what products keep of B, which never changes; null if nothing is to be kept
   */
  void addProduct(Product p, A a, int ao, A b, int bo, A c, int co, Layouts ofB);

  /**
   * The form of a product.
   *
   * @param transA whether A is transposed: it is stored as k × m
   * @param transB whether B is transposed: it is stored as n × k
   * @param m the rows of C and op(A)
   * @param n the columns of C and op(B)
   * @param k the columns of op(A), and rows of op(B)
   */
  record Product(boolean transA, boolean transB, int m, int n, int k) {

    /** True where there is nothing to add. */
    public boolean isEmpty() {
      return m == 0 || n == 0 || k == 0;
    }
  }
}
