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
