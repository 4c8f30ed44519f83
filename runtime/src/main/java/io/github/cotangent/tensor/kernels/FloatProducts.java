package io.github.cotangent.tensor.kernels;

/**
 * {@link MatrixKernels} of {@code float[]} in Java: products of a few numbers, of vectors and of
 * columns by rows are computed as they stand, the others by {@link FloatBlocks}.
 */
final class FloatProducts implements MatrixKernels<float[]> {

  /** Rows as long as this are long enough. */
  private static final int LONG = 64;

  /** Products of fewer multiplications are not worth laying anything out anew. */
  private static final int FEW = 1000;

  private final FloatBlocks blocks;

  FloatProducts(FloatBlocks blocks) {
    this.blocks = blocks;
  }

  @Override
  public void addProduct(
      Product p, float[] a, int ao, float[] b, int bo, float[] c, int co, Layouts ofB) {
    if (p.isEmpty()) {
      return;
    }
    FloatMatrix left = FloatMatrix.of(a, ao, p.transA(), p.m(), p.k());
    FloatMatrix right = FloatMatrix.of(b, bo, p.transB(), p.k(), p.n());
    FloatMatrix out = FloatMatrix.of(c, co, false, p.m(), p.n());
    if ((long) p.m() * p.n() * p.k() < FEW) {
      addElements(left, right, out);
    } else if (p.k() == 1) {
      addOuterProduct(left, right, out);
    } else if (p.m() == 1 && p.transB()) {
      addDots(right.transpose(), a, ao, left.right(), c, co);
    } else if (p.n() < LONG && p.n() < p.m()) {
      // C' = B' · A', of longer rows
      blocks.add(right.transpose(), left.transpose(), out.transpose(), null);
    } else {
      blocks.add(left, right, out, ofB);
    }
  }

  private static void addElements(FloatMatrix a, FloatMatrix b, FloatMatrix c) {
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
  private static void addOuterProduct(FloatMatrix a, FloatMatrix b, FloatMatrix c) {
    int n = c.columns();
    float[] factors = new float[n];
    float[] row = new float[n];
    b.load(0, 0, n, factors);
    for (int i = 0; i < c.rows(); i++) {
      c.load(i, 0, n, row);
      FloatBlocks.addRow(n, row, a.values()[a.index(i, 0)], factors);
      c.store(i, 0, n, row);
    }
  }

  /** Each element of a row of C gets the product of a row of B and the vector: eight at a time. */
  private static void addDots(FloatMatrix b, float[] x, int xo, int step, float[] c, int co) {
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
}
