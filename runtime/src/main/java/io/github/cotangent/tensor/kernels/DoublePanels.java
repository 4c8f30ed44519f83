package io.github.cotangent.tensor.kernels;

import io.github.cotangent.tensor.kernels.MatrixKernels.Product;

/**
 * Matrix products of {@code double[]} with long rows: C is taken in panels, B in strips of a few of
 * its rows, which are used for all rows of the panel before the next strip. Both are copied into
 * arrays of their own, a row each, since the JIT compiler vectorises a loop only if all its arrays
 * have the same index; four rows of B at a time, since it gives up on longer bodies.
 */
final class DoublePanels {

  private static final int HEIGHT = 64;
  private static final int WIDTH = 512;
  private static final int DEPTH = 8;

  /** How many columns of B are copied at a time when they become rows: a cache line or two. */
  private static final int BLOCK = 16;

  private final Product p;
  private final double[][] panel;
  private final double[][] strip;

  private DoublePanels(Product p) {
    this.p = p;
    int width = Math.min(WIDTH, p.n());
    panel = new double[Math.min(HEIGHT, p.m())][width];
    strip = new double[Math.min(DEPTH, p.k())][width];
  }

  /** {@code C += op(A) · op(B)}. */
  static void addProduct(Product p, double[] a, int ao, double[] b, int bo, double[] c, int co) {
    DoublePanels panels = new DoublePanels(p);
    for (int left = 0; left < p.n(); left += WIDTH) {
      int width = Math.min(WIDTH, p.n() - left);
      for (int top = 0; top < p.m(); top += HEIGHT) {
        int height = Math.min(HEIGHT, p.m() - top);
        panels.add(top, height, left, width, a, ao, b, bo, c, co + top * p.n() + left);
      }
    }
  }

  private void add(
      int top,
      int height,
      int left,
      int width,
      double[] a,
      int ao,
      double[] b,
      int bo,
      double[] c,
      int from) {
    for (int i = 0; i < height; i++) {
      System.arraycopy(c, from + i * p.n(), panel[i], 0, width);
    }
    for (int q = 0; q < p.k(); q += DEPTH) {
      int depth = Math.min(DEPTH, p.k() - q);
      if (p.transB()) {
        takeColumns(depth, width, b, bo + left * p.k() + q);
      } else {
        takeRows(depth, width, b, bo + q * p.n() + left);
      }
      for (int i = top; i < top + height; i++) {
        int at = ao + (p.transA() ? q * p.m() + i : i * p.k() + q);
        addStrip(width, panel[i - top], depth, a, at, p.transA() ? p.m() : 1);
      }
    }
    for (int i = 0; i < height; i++) {
      System.arraycopy(panel[i], 0, c, from + i * p.n(), width);
    }
  }

  private void takeRows(int depth, int width, double[] b, int from) {
    for (int q = 0; q < depth; q++) {
      System.arraycopy(b, from + q * p.n(), strip[q], 0, width);
    }
  }

  private void takeColumns(int depth, int width, double[] b, int from) {
    for (int block = 0; block < width; block += BLOCK) {
      int end = Math.min(block + BLOCK, width);
      for (int q = 0; q < depth; q++) {
        takeColumn(strip[q], block, end, b, from + block * p.k() + q, p.k());
      }
    }
  }

  private static void takeColumn(
      double[] row, int block, int end, double[] b, int from, int stride) {
    int at = from;
    for (int j = block; j < end; j++) {
      row[j] = b[at];
      at += stride;
    }
  }

  /** A row of op(A), from one element on, times the strip. */
  private void addStrip(int n, double[] row, int depth, double[] a, int from, int step) {
    int at = from;
    int q = 0;
    for (; q + 3 < depth; q += 4) {
      addFour(n, row, a, at, step, strip[q], strip[q + 1], strip[q + 2], strip[q + 3]);
      at += 4 * step;
    }
    for (; q < depth; q++) {
      addOne(n, row, a, at, strip[q]);
      at += step;
    }
  }

  private static void addFour(
      int n,
      double[] row,
      double[] a,
      int at,
      int step,
      double[] b0,
      double[] b1,
      double[] b2,
      double[] b3) {
    var a0 = a[at];
    var a1 = a[at + step];
    var a2 = a[at + 2 * step];
    var a3 = a[at + 3 * step];
    for (int j = 0; j < n; j++) {
      row[j] = row[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void addOne(int n, double[] row, double[] a, int at, double[] b) {
    var factor = a[at];
    for (int j = 0; j < n; j++) {
      row[j] += factor * b[j];
    }
  }
}
