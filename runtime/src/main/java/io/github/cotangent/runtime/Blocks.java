package io.github.cotangent.runtime;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Checks the blocks of a dense derivative that a caller gives to be added to: each has its shape,
 * and no array in it is an argument, or a row of another place.
 *
 * <p>Not thread-safe: every call of a derivative makes its own instance.
 */
public final class Blocks {

  private final Set<Object> taken = Collections.newSetFromMap(new IdentityHashMap<>());

  private Blocks() {}

  /**
   * Begins the checks.
   *
   * @param arguments arrays, or arrays of them, that no block may share; null among them is ignored
   * @return an instance that knows no block yet
   */
  public static Blocks apartFrom(Object... arguments) {
    Blocks blocks = new Blocks();
    blocks.take(arguments);
    return blocks;
  }

  private void take(Object[] arrays) {
    for (Object array : arrays) {
      if (array != null && taken.add(array) && array instanceof Object[] rows) {
        take(rows);
      }
    }
  }

  /**
   * Checks a block that is an array.
   *
   * @param name what to call it in the message
   * @param block the block
   * @param length the length that it must have
   * @return this
   * @throws IllegalArgumentException if it is null, has another length, or is an argument or part
   *     of another block
   */
  public Blocks check(String name, double[] block, int length) {
    if (block == null) {
      throw new IllegalArgumentException("'" + name + "' is null, and cannot be added to");
    }
    if (block.length != length) {
      throw new IllegalArgumentException(
          "'%s' has length %d; to be added to, it must have length %d"
              .formatted(name, block.length, length));
    }
    // All empty arrays are alike, and may be one.
    if (length > 0 && !taken.add(block)) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is also an argument, or a part of another block; pass an array of its own");
    }
    return this;
  }

  /**
   * Checks a block that is a matrix.
   *
   * @param name what to call it in the message
   * @param block the block
   * @param rows the number of rows that it must have
   * @param columns the length that each row must have
   * @return this
   * @throws IllegalArgumentException if it or a row is null, if it has another shape, or if a row
   *     is an argument, or occurs twice
   */
  public Blocks check(String name, double[][] block, int rows, int columns) {
    if (block == null) {
      throw new IllegalArgumentException("'" + name + "' is null, and cannot be added to");
    }
    if (block.length != rows) {
      throw new IllegalArgumentException(
          "'%s' has %d rows; to be added to, it must have %d".formatted(name, block.length, rows));
    }
    for (int i = 0; i < rows; i++) {
      check(name + "[" + i + "]", block[i], columns);
    }
    return this;
  }

  /**
   * Tells whether a block has a length.
   *
   * @param block the block; null has none
   * @param length the length
   * @return true if it does
   */
  public static boolean fits(double[] block, int length) {
    return block != null && block.length == length;
  }

  /**
   * Tells whether a block has a shape.
   *
   * @param block the block; null has none
   * @param rows the number of rows
   * @param columns the length of each row
   * @return true if it does
   */
  public static boolean fits(double[][] block, int rows, int columns) {
    if (block == null || block.length != rows) {
      return false;
    }
    for (int i = 0; i < rows; i++) {
      if (!fits(block[i], columns)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether arrays are surely different ones: none is null, none occurs twice, and no row of
   * one is another or a row of another.
   *
   * @param arrays arrays of numbers, or arrays of those
   * @return true if they are
   */
  public static boolean areApart(Object... arrays) {
    for (int i = 0; i < arrays.length; i++) {
      if (arrays[i] == null || !hasOwnRows(arrays[i])) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        if (share(arrays[i], arrays[j])) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * As {@link #areApart(Object...)}, of vectors.
   *
   * @param a a vector
   * @return true if they are
   */
  public static boolean areApart(double[] a) {
    return a != null;
  }

  /**
   * As {@link #areApart(Object...)}, of vectors.
   *
   * @param a a vector
   * @param b a vector
   * @return true if they are
   */
  public static boolean areApart(double[] a, double[] b) {
    return areApart(a) && b != null && b != a;
  }

  /**
   * As {@link #areApart(Object...)}, of vectors.
   *
   * @param a a vector
   * @param b a vector
   * @param c a vector
   * @return true if they are
   */
  public static boolean areApart(double[] a, double[] b, double[] c) {
    return areApart(a, b) && c != null && c != a && c != b;
  }

  /**
   * As {@link #areApart(Object...)}, of vectors.
   *
   * @param a a vector
   * @param b a vector
   * @param c a vector
   * @param d a vector
   * @return true if they are
   */
  public static boolean areApart(double[] a, double[] b, double[] c, double[] d) {
    return areApart(a, b, c) && d != null && d != a && d != b && d != c;
  }

  /**
   * Tells whether the rows of a matrix are surely others than some vectors, and each another.
   *
   * @param rows a matrix
   * @param count how many rows it has; a constant there lets the JIT compiler write the loops out
   * @param a a vector
   * @return true if they are
   */
  public static boolean areApart(double[][] rows, int count, double[] a) {
    for (int i = 0; i < count; i++) {
      double[] row = rows[i];
      if (row == a || isAbove(rows, i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether the rows of a matrix are surely others than some vectors, and each another.
   *
   * @param rows a matrix
   * @param count how many rows it has; a constant there lets the JIT compiler write the loops out
   * @param a a vector
   * @param b a vector
   * @return true if they are
   */
  public static boolean areApart(double[][] rows, int count, double[] a, double[] b) {
    for (int i = 0; i < count; i++) {
      double[] row = rows[i];
      if (row == a || row == b || isAbove(rows, i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether the rows of a matrix are surely others than some vectors, and each another.
   *
   * @param rows a matrix
   * @param count how many rows it has; a constant there lets the JIT compiler write the loops out
   * @param a a vector
   * @param b a vector
   * @param c a vector
   * @return true if they are
   */
  public static boolean areApart(double[][] rows, int count, double[] a, double[] b, double[] c) {
    for (int i = 0; i < count; i++) {
      double[] row = rows[i];
      if (row == a || row == b || row == c || isAbove(rows, i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Tells whether the rows of a matrix are surely others than some vectors, and each another.
   *
   * @param rows a matrix
   * @param count how many rows it has; a constant there lets the JIT compiler write the loops out
   * @param a a vector
   * @param b a vector
   * @param c a vector
   * @param d a vector
   * @return true if they are
   */
  public static boolean areApart(
      double[][] rows, int count, double[] a, double[] b, double[] c, double[] d) {
    for (int i = 0; i < count; i++) {
      double[] row = rows[i];
      if (row == a || row == b || row == c || row == d || isAbove(rows, i)) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether a row is one of those above it, too. */
  private static boolean isAbove(double[][] rows, int at) {
    for (int i = 0; i < at; i++) {
      if (rows[i] == rows[at]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether two matrices have no row in common.
   *
   * @param a a matrix
   * @param b a matrix
   * @param count how many rows each of them has
   * @return true if they have none
   */
  public static boolean areApart(double[][] a, double[][] b, int count) {
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        if (a[i] == b[j]) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean hasOwnRows(Object array) {
    return !(array instanceof Object[] rows) || hasOwnRows(rows);
  }

  private static boolean hasOwnRows(Object[] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < i; j++) {
        if (rows[i] == rows[j]) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean share(Object a, Object b) {
    if (a instanceof Object[] rows) {
      for (Object row : rows) {
        if (share(row, b)) {
          return true;
        }
      }
    } else if (b instanceof Object[] rows) {
      for (Object row : rows) {
        if (row == a || row instanceof Object[] && share(row, a)) {
          return true;
        }
      }
    }
    return a == b;
  }
}
