package io.github.cotangent.tensor.kernels;

/**
 * {@link MatrixKernels} of {@code double[]} in plain Java: {@link DoublePanels} where rows of C are
 * long enough for vector instructions; else blocks of 4 × 4 elements, each a scalar product of a
 * row of op(A) and a column of op(B), which are laid out as rows first.
 */
final class DoubleProducts implements MatrixKernels<double[]> {

  private static final int LONG = 16;

  @Override
  public void addProduct(Product p, double[] a, int ao, double[] b, int bo, double[] c, int co) {
    if (p.isEmpty()) {
      return;
    }
    if (p.n() >= LONG) {
      DoublePanels.addProduct(p, a, ao, b, bo, c, co);
      return;
    }
    if (!p.transB() && (p.m() < 4 || p.k() < 4)) {
      addRows(p, a, ao, b, bo, c, co);
      return;
    }
    int k = p.k();
    double[] rows = p.transA() ? transposed(a, ao, k, p.m()) : a;
    int from = p.transA() ? 0 : ao;
    double[] columns = p.transB() ? b : transposed(b, bo, k, p.n());
    int first = p.transB() ? bo : 0;
    for (int i = 0; i < p.m(); i += 4) {
      for (int j = 0; j < p.n(); j += 4) {
        if (i + 4 <= p.m() && j + 4 <= p.n()) {
          addBlock(k, rows, from + i * k, columns, first + j * k, c, co + i * p.n() + j, p.n());
        } else {
          addEdge(p, i, j, rows, from, columns, first, c, co);
        }
      }
    }
  }

  /** Rows of B, multiplied by elements of A: where it does not pay to lay anything out anew. */
  private static void addRows(
      Product p, double[] a, int ao, double[] b, int bo, double[] c, int co) {
    for (int i = 0; i < p.m(); i++) {
      for (int q = 0; q < p.k(); q++) {
        var factor = a[ao + (p.transA() ? q * p.m() + i : i * p.k() + q)];
        addRow(p.n(), factor, b, bo + q * p.n(), c, co + i * p.n());
      }
    }
  }

  private static void addRow(int n, double k, double[] b, int from, double[] c, int o) {
    var factor = Rounding.toDouble(k);
    for (int j = 0; j < n; j++) {
      c[o + j] += factor * b[from + j];
    }
  }

  /** The transpose of a matrix of so many rows and columns. */
  private static double[] transposed(double[] a, int from, int rows, int columns) {
    double[] out = new double[rows * columns];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        out[c * rows + r] = a[from + r * columns + c];
      }
    }
    return out;
  }

  private static void addEdge(
      Product p,
      int top,
      int left,
      double[] rows,
      int from,
      double[] columns,
      int first,
      double[] c,
      int co) {
    int k = p.k();
    for (int i = top; i < Math.min(top + 4, p.m()); i++) {
      for (int j = left; j < Math.min(left + 4, p.n()); j++) {
        var sum = c[co + i * p.n() + j];
        for (int q = 0; q < k; q++) {
          sum += rows[from + i * k + q] * columns[first + j * k + q];
        }
        c[co + i * p.n() + j] = sum;
      }
    }
  }

  private static void addBlock(
      int k, double[] rows, int i, double[] columns, int j, double[] c, int o, int n) {
    var c00 = c[o];
    var c01 = c[o + 1];
    var c02 = c[o + 2];
    var c03 = c[o + 3];
    var c10 = c[o + n];
    var c11 = c[o + n + 1];
    var c12 = c[o + n + 2];
    var c13 = c[o + n + 3];
    var c20 = c[o + 2 * n];
    var c21 = c[o + 2 * n + 1];
    var c22 = c[o + 2 * n + 2];
    var c23 = c[o + 2 * n + 3];
    var c30 = c[o + 3 * n];
    var c31 = c[o + 3 * n + 1];
    var c32 = c[o + 3 * n + 2];
    var c33 = c[o + 3 * n + 3];
    for (int q = 0; q < k; q++) {
      var a0 = rows[i + q];
      var a1 = rows[i + k + q];
      var a2 = rows[i + 2 * k + q];
      var a3 = rows[i + 3 * k + q];
      var b0 = columns[j + q];
      var b1 = columns[j + k + q];
      var b2 = columns[j + 2 * k + q];
      var b3 = columns[j + 3 * k + q];
      c00 += a0 * b0;
      c01 += a0 * b1;
      c02 += a0 * b2;
      c03 += a0 * b3;
      c10 += a1 * b0;
      c11 += a1 * b1;
      c12 += a1 * b2;
      c13 += a1 * b3;
      c20 += a2 * b0;
      c21 += a2 * b1;
      c22 += a2 * b2;
      c23 += a2 * b3;
      c30 += a3 * b0;
      c31 += a3 * b1;
      c32 += a3 * b2;
      c33 += a3 * b3;
    }
    c[o] = c00;
    c[o + 1] = c01;
    c[o + 2] = c02;
    c[o + 3] = c03;
    c[o + n] = c10;
    c[o + n + 1] = c11;
    c[o + n + 2] = c12;
    c[o + n + 3] = c13;
    c[o + 2 * n] = c20;
    c[o + 2 * n + 1] = c21;
    c[o + 2 * n + 2] = c22;
    c[o + 2 * n + 3] = c23;
    c[o + 3 * n] = c30;
    c[o + 3 * n + 1] = c31;
    c[o + 3 * n + 2] = c32;
    c[o + 3 * n + 3] = c33;
  }
}
