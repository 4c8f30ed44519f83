package io.github.cotangent.tensor.kernels;

/**
 * {@link MatrixKernels} of {@code double[]} in plain Java: multiples of the rows of B are added to
 * the rows of C, four at a time. Each of these rows is laid into an array of its own, so that the
 * innermost loop has one bare index and the JIT compiler vectorises it. C is made in blocks that
 * stay in the cache.
 */
final class DoubleProducts implements MatrixKernels<double[]> {

  private static final int BLOCK_ROWS = 256;
  private static final int BLOCK_COLUMNS = 512;

  /** Rows as long as this are long enough. */
  private static final int LONG = 64;

  /** Products of fewer multiplications are not worth laying anything out anew. */
  private static final int FEW = 1000;

  @Override
  public void addProduct(Product p, double[] a, int ao, double[] b, int bo, double[] c, int co) {
    if (p.isEmpty()) {
      return;
    }
    Matrix left = Matrix.of(a, ao, p.transA(), p.m(), p.k());
    Matrix right = Matrix.of(b, bo, p.transB(), p.k(), p.n());
    Matrix out = Matrix.of(c, co, false, p.m(), p.n());
    if ((long) p.m() * p.n() * p.k() < FEW) {
      addElements(left, right, out);
    } else if (p.n() < LONG && p.n() < p.m()) {
      addBlocks(
          right.transpose(), left.transpose(), out.transpose()); // C' = B' · A', of longer rows
    } else {
      addBlocks(left, right, out);
    }
  }

  private static void addElements(Matrix a, Matrix b, Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        var sum = c.values()[c.index(i, j)];
        for (int q = 0; q < b.rows(); q++) {
          sum += a.values()[a.index(i, q)] * b.values()[b.index(q, j)];
        }
        c.values()[c.index(i, j)] = sum;
      }
    }
  }

  private static void addBlocks(Matrix a, Matrix b, Matrix c) {
    int height = Math.min(BLOCK_ROWS, c.rows());
    int width = Math.min(BLOCK_COLUMNS, c.columns());
    double[][] block = new double[height][width];
    double[][] rows = new double[4][width];
    for (int i = 0; i < c.rows(); i += height) {
      for (int j = 0; j < c.columns(); j += width) {
        int m = Math.min(height, c.rows() - i);
        int n = Math.min(width, c.columns() - j);
        for (int r = 0; r < m; r++) {
          c.load(i + r, j, n, block[r]);
        }
        addBlock(m, n, a, i, b, j, rows, block);
        for (int r = 0; r < m; r++) {
          c.store(i + r, j, n, block[r]);
        }
      }
    }
  }

  private static void addBlock(
      int m, int n, Matrix a, int top, Matrix b, int left, double[][] rows, double[][] block) {
    int k = b.rows();
    int q = 0;
    for (; q + 3 < k; q += 4) {
      for (int s = 0; s < 4; s++) {
        b.load(q + s, left, n, rows[s]);
      }
      addFourRows(m, n, a, a.index(top, q), rows, block);
    }
    for (; q < k; q++) {
      b.load(q, left, n, rows[0]);
      for (int r = 0; r < m; r++) {
        addRow(n, block[r], a.values()[a.index(top + r, q)], rows[0]);
      }
    }
  }

  private static void addFourRows(
      int m, int n, Matrix a, int first, double[][] rows, double[][] block) {
    double[] values = a.values();
    int right = a.right();
    for (int r = 0; r < m; r++) {
      int o = first + r * a.down();
      addRows(
          n,
          block[r],
          values[o],
          rows[0],
          values[o + right],
          rows[1],
          values[o + 2 * right],
          rows[2],
          values[o + 3 * right],
          rows[3]);
    }
  }

  private static void addRows(
      int n,
      double[] c,
      double k0,
      double[] b0,
      double k1,
      double[] b1,
      double k2,
      double[] b2,
      double k3,
      double[] b3) {
    var a0 = Rounding.toDouble(k0);
    var a1 = Rounding.toDouble(k1);
    var a2 = Rounding.toDouble(k2);
    var a3 = Rounding.toDouble(k3);
    for (int j = 0; j < n; j++) {
      c[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void addRow(int n, double[] c, double k, double[] b) {
    var factor = Rounding.toDouble(k);
    for (int j = 0; j < n; j++) {
      c[j] += factor * b[j];
    }
  }

  /** A matrix in an array, transposed or not: a step down and one to the right are so far. */
  private record Matrix(double[] values, int start, int rows, int columns, int down, int right) {

    static Matrix of(double[] values, int start, boolean transposed, int rows, int columns) {
      return transposed
          ? new Matrix(values, start, rows, columns, 1, rows)
          : new Matrix(values, start, rows, columns, columns, 1);
    }

    Matrix transpose() {
      return new Matrix(values, start, columns, rows, right, down);
    }

    int index(int row, int column) {
      return start + row * down + column * right;
    }

    /** Copies a part of a row to the head of an array. */
    void load(int row, int column, int count, double[] to) {
      int from = index(row, column);
      if (right == 1) {
        System.arraycopy(values, from, to, 0, count);
        return;
      }
      for (int j = 0; j < count; j++) {
        to[j] = values[from + j * right];
      }
    }

    /** Copies the head of an array to a part of a row. */
    void store(int row, int column, int count, double[] from) {
      int to = index(row, column);
      if (right == 1) {
        System.arraycopy(from, 0, values, to, count);
        return;
      }
      for (int j = 0; j < count; j++) {
        values[to + j * right] = from[j];
      }
    }
  }
}
