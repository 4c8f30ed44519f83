package io.github.cotangent.tensor;

import io.github.cotangent.tensor.kernels.Layouts;
import io.github.cotangent.tensor.kernels.Loop;
import io.github.cotangent.tensor.kernels.MatrixKernels.Product;

/**
 * The product of two tensors as matrices, as NumPy's {@code matmul}: the last two axes are those of
 * the matrices, the others are broadcast; a vector on the left is a row, one on the right a column,
 * and that axis is left out of the result.
 *
 * <p>All three products, of the primal and of the two adjoints, run over the same blocks, and add:
 * where a matrix is broadcast, its adjoint is summed by itself.
 */
final class MatrixProduct {

  private static final int OUT = 0;
  private static final int A = 1;
  private static final int B = 2;

  private final Shape result;
  private final int[] batch;
  private final int[][] strides;
  private final int m;
  private final int n;
  private final int k;

  private MatrixProduct(Shape result, int[] batch, int[][] strides, int m, int n, int k) {
    this.result = result;
    this.batch = batch;
    this.strides = strides;
    this.m = m;
    this.n = n;
    this.k = k;
  }

  static MatrixProduct of(Shape a, Shape b) {
    if (a.rank() == 0 || b.rank() == 0) {
      throw a.mismatch("matmul", b, "are not those of vectors or matrices");
    }
    int m = a.rank() == 1 ? 1 : a.size(a.rank() - 2);
    int k = a.size(a.rank() - 1);
    int n = b.rank() == 1 ? 1 : b.size(b.rank() - 1);
    int kOfB = b.size(Math.max(b.rank() - 2, 0));
    if (k != kOfB) {
      throw a.mismatch("matmul", b, "have the inner sizes " + k + " and " + kOfB);
    }
    Shape batchOfA = leading(a);
    Shape batchOfB = leading(b);
    Shape batch;
    try {
      batch = batchOfA.broadcastWith("matmul", batchOfB);
    } catch (IllegalArgumentException e) {
      throw a.mismatch("matmul", b, "cannot be broadcast together before their last two axes");
    }
    Shape result = result(batch, a.rank() == 1 ? -1 : m, b.rank() == 1 ? -1 : n);
    if (batchOfB.rank() == 0) { // One matrix on the right: all rows on the left at once.
      return new MatrixProduct(result, new int[0], new int[3][0], batch.size() * m, n, k);
    }
    int[][] strides = {
      blocks(batch, batch, m * n), blocks(batch, batchOfA, m * k), blocks(batch, batchOfB, k * n)
    };
    return new MatrixProduct(result, batch.sizes(), strides, m, n, k);
  }

  private static Shape leading(Shape shape) {
    int rank = Math.max(shape.rank() - 2, 0);
    return Shape.of(java.util.Arrays.copyOf(shape.sizes(), rank));
  }

  private static Shape result(Shape batch, int rows, int columns) {
    int[] sizes = java.util.Arrays.copyOf(batch.sizes(), batch.rank() + 2);
    int rank = batch.rank();
    if (rows >= 0) {
      sizes[rank++] = rows;
    }
    if (columns >= 0) {
      sizes[rank++] = columns;
    }
    return Shape.of(java.util.Arrays.copyOf(sizes, rank));
  }

  /** How far apart the matrices are along each axis of the batch. */
  private static int[] blocks(Shape batch, Shape own, int block) {
    int[] ownStrides = own.strides();
    int[] strides = new int[batch.rank()];
    for (int axis = 0; axis < own.rank(); axis++) {
      int place = axis + batch.rank() - own.rank();
      strides[place] = own.size(axis) == 1 ? 0 : ownStrides[axis] * block;
    }
    return strides;
  }

  static Tensor matmul(Tensor a, Tensor b) {
    a.requireType("matmul", b);
    MatrixProduct product = of(a.dims(), b.dims());
    Object out = a.kernels().arrays().zeros(product.result.size());
    Form form = product.form(false, false, OUT);
    product.run(a.dtype(), form, a.storage(), A, b.storage(), B, product.layouts(b), out);
    return new Tensor(a.dtype(), product.result, out);
  }

  /** {@code dA += G · B'}. */
  static void addByFirst(TensorAdjoint da, Tensor g, Tensor b) {
    MatrixProduct product = of(da.shape(), b.dims());
    Form form = product.form(false, true, A);
    Layouts ofB = product.layouts(b);
    da.into(out -> product.run(b.dtype(), form, g.storage(), OUT, b.storage(), B, ofB, out));
  }

  /** {@code dB += A' · G}. */
  static void addBySecond(TensorAdjoint db, Tensor g, Tensor a) {
    MatrixProduct product = of(a.dims(), db.shape());
    Form form = product.form(true, false, B);
    db.into(out -> product.run(a.dtype(), form, a.storage(), A, g.storage(), OUT, null, out));
  }

  /** What is kept of the matrix on the right; of many, one by one, nothing is. */
  private Layouts layouts(Tensor b) {
    return batch.length == 0 ? b.layouts() : null;
  }

  /** A form, and which of the three it adds to. */
  private record Form(Product product, int target) {}

  private Form form(boolean transA, boolean transB, int target) {
    Product product =
        switch (target) {
          case OUT -> new Product(transA, transB, m, n, k);
          case A -> new Product(transA, transB, m, k, n);
          default -> new Product(transA, transB, k, n, m);
        };
    return new Form(product, target);
  }

  private void run(
      DType dtype, Form form, Object x, int xRole, Object y, int yRole, Layouts ofY, Object out) {
    Loop loop = Loop.of(batch, strides, new int[3]);
    while (loop.next()) {
      for (int p = 0; p < loop.length(); p++) {
        int xi = loop.at(xRole) + p * loop.step(xRole);
        int yi = loop.at(yRole) + p * loop.step(yRole);
        int o = loop.at(form.target()) + p * loop.step(form.target());
        dtype.kernels().products().addProduct(form.product(), x, xi, y, yi, out, o, ofY);
      }
    }
  }
}
