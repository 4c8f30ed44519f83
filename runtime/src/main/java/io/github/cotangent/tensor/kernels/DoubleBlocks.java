package io.github.cotangent.tensor.kernels;

import java.util.Arrays;

/**
 * Products that are worth laying matrices out anew, of {@code double[]} in plain Java: multiples of
 * the rows of B are added to the rows of C, four at a time. Each of these rows is laid into an
 * array of its own, so that the innermost loop has one bare index and the JIT compiler vectorises
 * it. C is made in blocks that stay in the cache.
 *
 * <p>An element of C gets {@code a0·b0 + a1·b1 + a2·b2 + a3·b3}, added up from the left, for each
 * four in turn, then what is left one by one.
 */
class DoubleBlocks {

  private static final int BLOCK_ROWS = 128;
  private static final int BLOCK_COLUMNS = 1024;

  /** So many rows of B are used for all rows of C before the next ones: they stay in the cache. */
  private static final int DEPTH = 4;

  /**
   * A row costs some 16 ns more than its elements, for every four rows of B; to read and write an
   * element of C across, half a nanosecond more: this is 16 / 4 / 0.5.
   */
  private static final int GAIN = 8;

  /** Of fewer rows there is nothing to split. */
  static final int FEW_ROWS = 16;

  /**
   * Adds the product of A and B to C. Several threads make rows of C, or columns. Each element is
   * the same sum in any case.
   *
   * @param ofB what is kept of B; null if B is multiplied once
   */
  void add(DoubleMatrix a, DoubleMatrix b, DoubleMatrix c, Layouts ofB) {
    if (isFasterTransposed(c.rows(), c.columns(), b.rows())) {
      // C' = B' · A', of longer rows
      addRowByRow(b.transpose(), a.transpose(), c.transpose(), null);
    } else {
      addRowByRow(a, b, c, ofB);
    }
  }

  /** Whether longer rows gain more than it costs to read and write C across. */
  private static boolean isFasterTransposed(int m, int n, int k) {
    return (long) (m - n) * k * GAIN > (long) m * n;
  }

  private static void addRowByRow(DoubleMatrix a, DoubleMatrix b, DoubleMatrix c, Layouts ofB) {
    long work = (long) c.rows() * c.columns() * b.rows();
    DoubleMatrix right = rowByRow(b, ofB);
    if (c.rows() < FEW_ROWS) {
      Forks.run(
          c.columns(),
          work,
          (from, to) ->
              addBlocks(
                  a,
                  right.transpose().part(from, to).transpose(),
                  c.transpose().part(from, to).transpose()));
    } else {
      Forks.run(c.rows(), work, (from, to) -> addBlocks(a.part(from, to), right, c.part(from, to)));
    }
  }

  private static DoubleMatrix rowByRow(DoubleMatrix b, Layouts ofB) {
    if (!b.isTransposed() || ofB == null) {
      return b;
    }
    var kept = (double[]) ofB.find(true, b::laidOut);
    return kept == null ? b : DoubleMatrix.of(kept, 0, false, b.rows(), b.columns());
  }

  private static void addBlocks(DoubleMatrix a, DoubleMatrix b, DoubleMatrix c) {
    int height = Math.min(BLOCK_ROWS, c.rows());
    int width = Math.min(BLOCK_COLUMNS, c.columns());
    int length = Rounding.wholeLines(width, c.values());
    // Made at once, nearly all begin alike in a cache line: where C is read by lines, so is B.
    double[][] block = new double[height + DEPTH][length];
    double[][] rows = Arrays.copyOfRange(block, height, height + DEPTH);
    for (int i = 0; i < c.rows(); i += height) {
      for (int j = 0; j < c.columns(); j += width) {
        int m = Math.min(height, c.rows() - i);
        int n = Math.min(width, c.columns() - j);
        c.load(i, m, j, n, block);
        addBlock(m, n, a, i, b, j, rows, block);
        c.store(i, m, j, n, block);
      }
    }
  }

  private static void addBlock(
      int m,
      int n,
      DoubleMatrix a,
      int top,
      DoubleMatrix b,
      int left,
      double[][] rows,
      double[][] block) {
    for (int q = 0; q < b.rows(); q += DEPTH) {
      int depth = Math.min(DEPTH, b.rows() - q);
      b.load(q, depth, left, n, rows);
      for (int r = 0; r < m; r++) {
        addRows(n, block[r], a.values(), a.index(top + r, q), a.right(), depth, rows);
      }
    }
  }

  /** Adds to a row of C some elements of A, from one on, times so many rows of B. */
  private static void addRows(
      int n, double[] c, double[] a, int first, int step, int depth, double[][] rows) {
    int o = first;
    if (depth == DEPTH) {
      addRows(
          n,
          c,
          a[o],
          rows[0],
          a[o + step],
          rows[1],
          a[o + 2 * step],
          rows[2],
          a[o + 3 * step],
          rows[3]);
      return;
    }
    for (int q = 0; q < depth; q++, o += step) {
      addRow(n, c, a[o], rows[q]);
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

  /** Adds a multiple of a row. */
  static void addRow(int n, double[] c, double k, double[] b) {
    var factor = Rounding.toDouble(k);
    for (int j = 0; j < n; j++) {
      c[j] += factor * b[j];
    }
  }
}
