package io.github.cotangent.tensor.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatBlocks} by the JDK's Vector API: the same sums in the same order, so the same bits. A
 * tile of C, four rows of two vectors each, stays in registers while it is added to. The columns of
 * B that a tile needs, a panel, are laid out one row after the other.
 *
 * <p>Compiled apart from the rest, and loaded only where {@code jdk.incubator.vector} is a module
 * of the boot layer. It calls only methods that are the same in JDK 17 and 25.
 */
final class FloatVectorBlocks extends FloatBlocks {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** The rows of a tile. */
  private static final int HEIGHT = 4;

  /** The columns of a tile, and of a panel. */
  private static final int WIDTH = 2 * LANES;

  /** So many rows of a panel stay in the first cache: a multiple of four. */
  private static final int DEPTH = 256;

  /** So many elements of a column are laid out before those of the next. */
  private static final int STRETCH = 64;

  /** For fewer rows of C, laying out panels costs more than it gains. */
  private static final int FEW = 4;

  @Override
  void add(FloatMatrix a, FloatMatrix b, FloatMatrix c, Layouts ofB) {
    if (c.rows() < FEW) {
      super.add(a, b, c, ofB);
      return;
    }
    float[] kept = ofB == null ? null : (float[]) ofB.find(b.isTransposed(), () -> panels(b));
    float[] panels = kept == null ? panels(b) : kept;
    int count = (c.columns() + WIDTH - 1) / WIDTH;
    long work = (long) c.rows() * c.columns() * b.rows();
    if (c.rows() < FEW_ROWS) {
      Forks.run(count, work, (from, to) -> addPanels(a, panels, from, to, c));
    } else {
      Forks.run(
          c.rows(),
          work,
          (from, to) -> addPanels(a.part(from, to), panels, 0, count, c.part(from, to)));
    }
  }

  /** All columns of B in panels, the last one filled up with zeros. */
  private static float[] panels(FloatMatrix b) {
    int count = (b.columns() + WIDTH - 1) / WIDTH;
    float[] panels = new float[count * WIDTH * b.rows()];
    for (int p = 0; p < count; p++) {
      int column = p * WIDTH;
      layOut(b, column, Math.min(WIDTH, b.columns() - column), panels, column * b.rows());
    }
    return panels;
  }

  private static void layOut(FloatMatrix b, int column, int width, float[] panels, int start) {
    if (b.isTransposed()) {
      for (int q = 0; q < b.rows(); q += STRETCH) {
        int end = Math.min(q + STRETCH, b.rows());
        for (int j = 0; j < width; j++) {
          int from = b.index(q, column + j);
          for (int r = q; r < end; r++) {
            panels[start + r * WIDTH + j] = b.values()[from];
            from += b.down();
          }
        }
      }
    } else {
      for (int q = 0; q < b.rows(); q++) {
        System.arraycopy(b.values(), b.index(q, column), panels, start + q * WIDTH, width);
      }
    }
  }

  private static void addPanels(FloatMatrix a, float[] panels, int from, int to, FloatMatrix c) {
    int k = a.columns();
    float[] tile = new float[HEIGHT * WIDTH];
    for (int q = 0; q < k; q += DEPTH) {
      int depth = Math.min(DEPTH, k - q);
      for (int p = from; p < to; p++) {
        int panel = (p * k + q) * WIDTH;
        for (int i = 0; i < c.rows(); i += HEIGHT) {
          addTile(a, i, q, depth, panels, panel, c, p * WIDTH, tile);
        }
      }
    }
  }

  /** Tiles at the edge of C, or of a transposed one, are added to in an array of their own. */
  private static void addTile(
      FloatMatrix a,
      int row,
      int q,
      int depth,
      float[] panels,
      int panel,
      FloatMatrix c,
      int column,
      float[] tile) {
    int height = Math.min(HEIGHT, c.rows() - row);
    int width = Math.min(WIDTH, c.columns() - column);
    // Rows that are missing are the last one again; what comes of them is not taken.
    int a0 = a.index(row, q);
    int a1 = a.index(row + Math.min(1, height - 1), q);
    int a2 = a.index(row + Math.min(2, height - 1), q);
    int a3 = a.index(row + Math.min(3, height - 1), q);
    float[] values = a.values();
    int right = a.right();
    if (height == HEIGHT && width == WIDTH && !c.isTransposed()) {
      int first = c.index(row, column);
      addTile(values, a0, a1, a2, a3, right, panels, panel, depth, c.values(), first, c.down());
      return;
    }
    for (int r = 0; r < height; r++) {
      for (int j = 0; j < width; j++) {
        tile[r * WIDTH + j] = c.values()[c.index(row + r, column + j)];
      }
    }
    addTile(values, a0, a1, a2, a3, right, panels, panel, depth, tile, 0, WIDTH);
    for (int r = 0; r < height; r++) {
      for (int j = 0; j < width; j++) {
        c.values()[c.index(row + r, column + j)] = tile[r * WIDTH + j];
      }
    }
  }

  /**
   * Adds to a tile: four rows of B at a time, then what is left one by one.
   *
   * @param a0 where the elements of A for the first row begin; {@code step} apart
   * @param bo where the panel begins
   * @param co where the tile begins; its rows are {@code down} apart
   */
  private static void addTile(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      int step,
      float[] b,
      int bo,
      int depth,
      float[] c,
      int co,
      int down) {
    int fours = depth / 4 * 4;
    addFours(a, a0, a1, a2, a3, step, b, bo, fours, c, co, down);
    for (int q = fours; q < depth; q++) {
      int o = bo + q * WIDTH;
      addRow(a[a0 + q * step], b, o, c, co);
      addRow(a[a1 + q * step], b, o, c, co + down);
      addRow(a[a2 + q * step], b, o, c, co + 2 * down);
      addRow(a[a3 + q * step], b, o, c, co + 3 * down);
    }
  }

  /**
   * Four rows at a time. It calls nothing but the Vector API itself: the JIT compiler stops putting
   * methods of ours in place in one as long as this, and vectors that are passed become objects.
   */
  private static void addFours(
      float[] a,
      int a0,
      int a1,
      int a2,
      int a3,
      int step,
      float[] b,
      int bo,
      int depth,
      float[] c,
      int co,
      int down) {
    var c00 = FloatVector.fromArray(SPECIES, c, co);
    var c01 = FloatVector.fromArray(SPECIES, c, co + LANES);
    var c10 = FloatVector.fromArray(SPECIES, c, co + down);
    var c11 = FloatVector.fromArray(SPECIES, c, co + down + LANES);
    var c20 = FloatVector.fromArray(SPECIES, c, co + 2 * down);
    var c21 = FloatVector.fromArray(SPECIES, c, co + 2 * down + LANES);
    var c30 = FloatVector.fromArray(SPECIES, c, co + 3 * down);
    var c31 = FloatVector.fromArray(SPECIES, c, co + 3 * down + LANES);
    int i0 = a0;
    int i1 = a1;
    int i2 = a2;
    int i3 = a3;
    int o = bo;
    for (int q = 0; q < depth; q += 4) {
      var x = FloatVector.fromArray(SPECIES, b, o);
      var y = FloatVector.fromArray(SPECIES, b, o + LANES);
      var k = FloatVector.broadcast(SPECIES, a[i0]);
      var s00 = x.mul(k);
      var s01 = y.mul(k);
      k = FloatVector.broadcast(SPECIES, a[i1]);
      var s10 = x.mul(k);
      var s11 = y.mul(k);
      k = FloatVector.broadcast(SPECIES, a[i2]);
      var s20 = x.mul(k);
      var s21 = y.mul(k);
      k = FloatVector.broadcast(SPECIES, a[i3]);
      var s30 = x.mul(k);
      var s31 = y.mul(k);
      x = FloatVector.fromArray(SPECIES, b, o + WIDTH);
      y = FloatVector.fromArray(SPECIES, b, o + WIDTH + LANES);
      k = FloatVector.broadcast(SPECIES, a[i0 + step]);
      s00 = s00.add(x.mul(k));
      s01 = s01.add(y.mul(k));
      k = FloatVector.broadcast(SPECIES, a[i1 + step]);
      s10 = s10.add(x.mul(k));
      s11 = s11.add(y.mul(k));
      k = FloatVector.broadcast(SPECIES, a[i2 + step]);
      s20 = s20.add(x.mul(k));
      s21 = s21.add(y.mul(k));
      k = FloatVector.broadcast(SPECIES, a[i3 + step]);
      s30 = s30.add(x.mul(k));
      s31 = s31.add(y.mul(k));
      x = FloatVector.fromArray(SPECIES, b, o + 2 * WIDTH);
      y = FloatVector.fromArray(SPECIES, b, o + 2 * WIDTH + LANES);
      k = FloatVector.broadcast(SPECIES, a[i0 + 2 * step]);
      s00 = s00.add(x.mul(k));
      s01 = s01.add(y.mul(k));
      k = FloatVector.broadcast(SPECIES, a[i1 + 2 * step]);
      s10 = s10.add(x.mul(k));
      s11 = s11.add(y.mul(k));
      k = FloatVector.broadcast(SPECIES, a[i2 + 2 * step]);
      s20 = s20.add(x.mul(k));
      s21 = s21.add(y.mul(k));
      k = FloatVector.broadcast(SPECIES, a[i3 + 2 * step]);
      s30 = s30.add(x.mul(k));
      s31 = s31.add(y.mul(k));
      x = FloatVector.fromArray(SPECIES, b, o + 3 * WIDTH);
      y = FloatVector.fromArray(SPECIES, b, o + 3 * WIDTH + LANES);
      k = FloatVector.broadcast(SPECIES, a[i0 + 3 * step]);
      c00 = c00.add(s00.add(x.mul(k)));
      c01 = c01.add(s01.add(y.mul(k)));
      k = FloatVector.broadcast(SPECIES, a[i1 + 3 * step]);
      c10 = c10.add(s10.add(x.mul(k)));
      c11 = c11.add(s11.add(y.mul(k)));
      k = FloatVector.broadcast(SPECIES, a[i2 + 3 * step]);
      c20 = c20.add(s20.add(x.mul(k)));
      c21 = c21.add(s21.add(y.mul(k)));
      k = FloatVector.broadcast(SPECIES, a[i3 + 3 * step]);
      c30 = c30.add(s30.add(x.mul(k)));
      c31 = c31.add(s31.add(y.mul(k)));
      i0 += 4 * step;
      i1 += 4 * step;
      i2 += 4 * step;
      i3 += 4 * step;
      o += 4 * WIDTH;
    }
    c00.intoArray(c, co);
    c01.intoArray(c, co + LANES);
    c10.intoArray(c, co + down);
    c11.intoArray(c, co + down + LANES);
    c20.intoArray(c, co + 2 * down);
    c21.intoArray(c, co + 2 * down + LANES);
    c30.intoArray(c, co + 3 * down);
    c31.intoArray(c, co + 3 * down + LANES);
  }

  /** Adds to a row of a tile a row of B times an element of A. */
  private static void addRow(float a, float[] b, int bo, float[] c, int co) {
    for (int j = 0; j < WIDTH; j += LANES) {
      var product = FloatVector.fromArray(SPECIES, b, bo + j).mul(a);
      FloatVector.fromArray(SPECIES, c, co + j).add(product).intoArray(c, co + j);
    }
  }
}
