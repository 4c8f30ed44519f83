package io.github.cotangent.tensor.kernels;

/** A matrix in an array, transposed or not: a step down and one to the right are so far. */
record FloatMatrix(float[] values, int start, int rows, int columns, int down, int right) {

  /** So many elements of a column are copied before those of the next: a few cache lines. */
  private static final int STRETCH = 16;

  static FloatMatrix of(float[] values, int start, boolean transposed, int rows, int columns) {
    return transposed
        ? new FloatMatrix(values, start, rows, columns, 1, rows)
        : new FloatMatrix(values, start, rows, columns, columns, 1);
  }

  /** Whether the elements of a row stand apart. */
  boolean isTransposed() {
    return right != 1;
  }

  FloatMatrix transpose() {
    return new FloatMatrix(values, start, columns, rows, right, down);
  }

  /** So many rows of it. */
  FloatMatrix part(int from, int to) {
    return new FloatMatrix(values, index(from, 0), to - from, columns, down, right);
  }

  int index(int row, int column) {
    return start + row * down + column * right;
  }

  /** A copy whose rows stand one after the other. */
  float[] laidOut() {
    float[] out = new float[rows * columns];
    for (int i = 0; i < rows; i += STRETCH) {
      int end = Math.min(i + STRETCH, rows);
      for (int j = 0; j < columns; j++) {
        for (int r = i; r < end; r++) {
          out[r * columns + j] = values[index(r, j)];
        }
      }
    }
    return out;
  }

  /** Copies a part of so many rows to the heads of arrays: of a transposed matrix four at once. */
  void load(int row, int rows, int column, int count, float[][] to) {
    int r = 0;
    if (isTransposed()) {
      for (; r + 3 < rows; r += 4) {
        loadFour(index(row + r, column), count, to[r], to[r + 1], to[r + 2], to[r + 3]);
      }
    }
    for (; r < rows; r++) {
      load(row + r, column, count, to[r]);
    }
  }

  /** Four elements below each other are neighbours in memory. */
  private void loadFour(int from, int count, float[] to0, float[] to1, float[] to2, float[] to3) {
    int o = from;
    for (int j = 0; j < count; j++) {
      to0[j] = values[o];
      to1[j] = values[o + down];
      to2[j] = values[o + 2 * down];
      to3[j] = values[o + 3 * down];
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

  /** Copies the heads of arrays to a part of so many rows. */
  void store(int row, int rows, int column, int count, float[][] from) {
    int r = 0;
    if (isTransposed()) {
      for (; r + 3 < rows; r += 4) {
        storeFour(index(row + r, column), count, from[r], from[r + 1], from[r + 2], from[r + 3]);
      }
    }
    for (; r < rows; r++) {
      store(row + r, column, count, from[r]);
    }
  }

  private void storeFour(
      int to, int count, float[] from0, float[] from1, float[] from2, float[] from3) {
    int o = to;
    for (int j = 0; j < count; j++) {
      values[o] = from0[j];
      values[o + down] = from1[j];
      values[o + 2 * down] = from2[j];
      values[o + 3 * down] = from3[j];
      o += right;
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
