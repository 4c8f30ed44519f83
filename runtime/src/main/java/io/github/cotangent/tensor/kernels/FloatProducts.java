package io.github.cotangent.tensor.kernels;

/**
 * {@link MatrixKernels} of {@code float[]} in plain Java: multiples of the rows of B are added to
 * the rows of C, four at a time. Each of these rows is laid into an array of its own, so that the
 * innermost loop has one bare index and the JIT compiler vectorises it. C is made in blocks that
 * stay in the cache.
 */
final class FloatProducts implements MatrixKernels<float[]> {

  private static final int BLOCK_ROWS = 256;
  private static final int BLOCK_COLUMNS = 512;

  /** So many rows of B are used for all rows of C before the next ones: they stay in the cache. */
  private static final int DEPTH = 8;

  /** So many elements of a column are copied before those of the next: a few cache lines. */
  private static final int STRETCH = 16;

  /** Rows as long as this are long enough. */
  private static final int LONG = 64;

  /** Products of fewer multiplications are not worth laying anything out anew. */
  private static final int FEW = 1000;

  /** Of fewer rows there is nothing to split. */
  private static final int FEW_ROWS = 16;

  @Override
  public void addProduct(Product p, float[] a, int ao, float[] b, int bo, float[] c, int co) {
    if (p.isEmpty()) {
      return;
    }
    Matrix left = Matrix.of(a, ao, p.transA(), p.m(), p.k());
    Matrix right = Matrix.of(b, bo, p.transB(), p.k(), p.n());
    Matrix out = Matrix.of(c, co, false, p.m(), p.n());
    if ((long) p.m() * p.n() * p.k() < FEW) {
      addElements(left, right, out);
    } else if (p.k() == 1) {
      addOuterProduct(left, right, out);
    } else if (p.m() == 1 && p.transB()) {
      addDots(right.transpose(), a, ao, left.right(), c, co);
    } else if (p.n() < LONG && p.n() < p.m()) {
      addParts(
          right.transpose(), left.transpose(), out.transpose()); // C' = B' · A', of longer rows
    } else {
      addParts(left, right, out);
    }
  }

  /** Several threads make rows of C, or columns. Each element is the same sum in any case. */
  private static void addParts(Matrix a, Matrix b, Matrix c) {
    long work = (long) c.rows() * c.columns() * b.rows();
    if (c.rows() < FEW_ROWS) {
      Forks.run(
          c.columns(),
          work,
          (from, to) ->
              addBlocks(
                  a,
                  b.transpose().part(from, to).transpose(),
                  c.transpose().part(from, to).transpose()));
    } else {
      Forks.run(c.rows(), work, (from, to) -> addBlocks(a.part(from, to), b, c.part(from, to)));
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

  /** Each row of C gets a multiple of the only row of B. */
  private static void addOuterProduct(Matrix a, Matrix b, Matrix c) {
    int n = c.columns();
    float[] factors = new float[n];
    float[] row = new float[n];
    b.load(0, 0, n, factors);
    for (int i = 0; i < c.rows(); i++) {
      c.load(i, 0, n, row);
      addRow(n, row, a.values()[a.index(i, 0)], factors);
      c.store(i, 0, n, row);
    }
  }

  /** Each element of a row of C gets the product of a row of B and the vector: eight at a time. */
  private static void addDots(Matrix b, float[] x, int xo, int step, float[] c, int co) {
    int n = b.columns();
    float[] vector = new float[n];
    for (int q = 0; q < n; q++) {
      vector[q] = x[xo + q * step];
    }
    int r = 0;
    for (; r + 7 < b.rows(); r += 8) {
      addEightDots(vector, b.values(), b.index(r, 0), b.down(), c, co + r);
    }
    for (; r < b.rows(); r++) {
      int o = b.index(r, 0);
      var sum = c[co + r];
      for (int q = 0; q < n; q++) {
        sum += vector[q] * b.values()[o + q];
      }
      c[co + r] = sum;
    }
  }

  private static void addEightDots(float[] x, float[] b, int first, int down, float[] c, int co) {
    var s0 = c[co];
    var s1 = c[co + 1];
    var s2 = c[co + 2];
    var s3 = c[co + 3];
    var s4 = c[co + 4];
    var s5 = c[co + 5];
    var s6 = c[co + 6];
    var s7 = c[co + 7];
    int o = first;
    for (int q = 0; q < x.length; q++, o++) {
      var v = x[q];
      s0 += v * b[o];
      s1 += v * b[o + down];
      s2 += v * b[o + 2 * down];
      s3 += v * b[o + 3 * down];
      s4 += v * b[o + 4 * down];
      s5 += v * b[o + 5 * down];
      s6 += v * b[o + 6 * down];
      s7 += v * b[o + 7 * down];
    }
    c[co] = s0;
    c[co + 1] = s1;
    c[co + 2] = s2;
    c[co + 3] = s3;
    c[co + 4] = s4;
    c[co + 5] = s5;
    c[co + 6] = s6;
    c[co + 7] = s7;
  }

  private static void addBlocks(Matrix a, Matrix b, Matrix c) {
    int height = Math.min(BLOCK_ROWS, c.rows());
    int width = Math.min(BLOCK_COLUMNS, c.columns());
    float[][] block = new float[height][width];
    float[][] rows = new float[DEPTH][width];
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
      int m, int n, Matrix a, int top, Matrix b, int left, float[][] rows, float[][] block) {
    for (int q = 0; q < b.rows(); q += DEPTH) {
      int depth = Math.min(DEPTH, b.rows() - q);
      b.load(q, depth, left, n, rows);
      for (int r = 0; r < m; r++) {
        addRows(n, block[r], a, a.index(top + r, q), depth, rows);
      }
    }
  }

  /** Adds to a row of C some elements of A, from one on, times so many rows of B. */
  private static void addRows(int n, float[] c, Matrix a, int first, int depth, float[][] rows) {
    float[] values = a.values();
    int right = a.right();
    int o = first;
    int q = 0;
    for (; q + 3 < depth; q += 4) {
      addRows(
          n,
          c,
          values[o],
          rows[q],
          values[o + right],
          rows[q + 1],
          values[o + 2 * right],
          rows[q + 2],
          values[o + 3 * right],
          rows[q + 3]);
      o += 4 * right;
    }
    for (; q < depth; q++) {
      addRow(n, c, values[o], rows[q]);
      o += right;
    }
  }

  private static void addRows(
      int n,
      float[] c,
      double k0,
      float[] b0,
      double k1,
      float[] b1,
      double k2,
      float[] b2,
      double k3,
      float[] b3) {
    var a0 = Rounding.toFloat(k0);
    var a1 = Rounding.toFloat(k1);
    var a2 = Rounding.toFloat(k2);
    var a3 = Rounding.toFloat(k3);
    for (int j = 0; j < n; j++) {
      c[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void addRow(int n, float[] c, double k, float[] b) {
    var factor = Rounding.toFloat(k);
    for (int j = 0; j < n; j++) {
      c[j] += factor * b[j];
    }
  }

  /** A matrix in an array, transposed or not: a step down and one to the right are so far. */
  private record Matrix(float[] values, int start, int rows, int columns, int down, int right) {

    static Matrix of(float[] values, int start, boolean transposed, int rows, int columns) {
      return transposed
          ? new Matrix(values, start, rows, columns, 1, rows)
          : new Matrix(values, start, rows, columns, columns, 1);
    }

    Matrix transpose() {
      return new Matrix(values, start, columns, rows, right, down);
    }

    /** So many rows of it. */
    Matrix part(int from, int to) {
      return new Matrix(values, index(from, 0), to - from, columns, down, right);
    }

    int index(int row, int column) {
      return start + row * down + column * right;
    }

    /** Copies a part of so many rows to the heads of arrays. */
    void load(int row, int rows, int column, int count, float[][] to) {
      if (right == 1) {
        for (int r = 0; r < rows; r++) {
          System.arraycopy(values, index(row + r, column), to[r], 0, count);
        }
        return;
      }
      for (int j = 0; j < count; j += STRETCH) {
        for (int r = 0; r < rows; r++) {
          load(to[r], j, Math.min(j + STRETCH, count), index(row + r, column + j));
        }
      }
    }

    private void load(float[] to, int start, int end, int from) {
      int o = from;
      for (int j = start; j < end; j++) {
        to[j] = values[o];
        o += right;
      }
    }

    /** Copies a part of a row to the head of an array. */
    void load(int row, int column, int count, float[] to) {
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
    void store(int row, int column, int count, float[] from) {
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
