package io.github.cotangent.tensor.kernels;

import io.github.cotangent.tensor.kernels.MatrixKernels.Product;

/**
 * Matrix products of {@code float[]} with long rows: C is taken in panels, B in strips of a few of
 * its rows, which are used for all rows of the panel before the next strip. Both are copied into
 * arrays of their own, a row each, since the JIT compiler vectorises a loop only if all its arrays
 * have the same index; four rows of B at a time, since it gives up on longer bodies.
 */
final class FloatPanels {

  private static final int HEIGHT = 64;
  private static final int WIDTH = 512;
  private static final int DEPTH = 8;

  /** How many columns of B are copied at a time when they become rows: a cache line or two. */
  private static final int BLOCK = 16;

  private final Product p;
  private final float[][] panel;
  private final float[][] strip;

  private FloatPanels(Product p) {
    this.p = p;
    int width = Math.min(WIDTH, p.n());
    panel = new float[Math.min(HEIGHT, p.m())][width];
    strip = new float[Math.min(DEPTH, p.k())][width];
  }

  /** {@code C += op(A) · op(B)}. */
  static void addProduct(Product p, float[] a, int ao, float[] b, int bo, float[] c, int co) {
    FloatPanels panels = new FloatPanels(p);
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
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
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

  private void takeRows(int depth, int width, float[] b, int from) {
    for (int q = 0; q < depth; q++) {
      System.arraycopy(b, from + q * p.n(), strip[q], 0, width);
    }
  }

  private void takeColumns(int depth, int width, float[] b, int from) {
    for (int block = 0; block < width; block += BLOCK) {
      int end = Math.min(block + BLOCK, width);
      for (int q = 0; q < depth; q++) {
        takeColumn(strip[q], block, end, b, from + block * p.k() + q, p.k());
      }
    }
  }

  private static void takeColumn(
      float[] row, int block, int end, float[] b, int from, int stride) {
    int at = from;
    for (int j = block; j < end; j++) {
      row[j] = b[at];
      at += stride;
    }
  }

  /** A row of op(A), from one element on, times the strip. */
  private void addStrip(int n, float[] row, int depth, float[] a, int from, int step) {
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
      float[] row,
      float[] a,
      int at,
      int step,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3) {
    var a0 = a[at];
    var a1 = a[at + step];
    var a2 = a[at + 2 * step];
    var a3 = a[at + 3 * step];
    for (int j = 0; j < n; j++) {
      row[j] = row[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j];
    }
  }

  private static void addOne(int n, float[] row, float[] a, int at, float[] b) {
    var factor = a[at];
    for (int j = 0; j < n; j++) {
      row[j] += factor * b[j];
    }
  }
}
