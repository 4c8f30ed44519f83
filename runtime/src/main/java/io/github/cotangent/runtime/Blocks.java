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
      if (!areApart(arrays[i])) {
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

  /** As {@link #areApart(Object...)}, without an array of them. */
  public static boolean areApart(Object a) {
    return a != null && hasOwnRows(a);
  }

  /** As {@link #areApart(Object...)}, without an array of them. */
  public static boolean areApart(Object a, Object b) {
    return areApart(a) && areApart(b) && !share(b, a);
  }

  /** As {@link #areApart(Object...)}, without an array of them. */
  public static boolean areApart(Object a, Object b, Object c) {
    return areApart(a, b) && areApart(c) && !share(c, a) && !share(c, b);
  }

  /** As {@link #areApart(Object...)}, without an array of them. */
  public static boolean areApart(Object a, Object b, Object c, Object d) {
    return areApart(a, b, c) && areApart(d) && !share(d, a) && !share(d, b) && !share(d, c);
  }

  /** As {@link #areApart(Object...)}, without an array of them. */
  public static boolean areApart(Object a, Object b, Object c, Object d, Object e) {
    return areApart(a, b, c, d) && areApart(e) && !share(e, a) && !share(e, b) && !share(e, c) && !share(e, d);
  }

  /** As {@link #areApart(Object...)}, without an array of them. */
  public static boolean areApart(Object a, Object b, Object c, Object d, Object e, Object f) {
    return areApart(a, b, c, d, e) && areApart(f) && !share(f, a) && !share(f, b) && !share(f, c) && !share(f, d) && !share(f, e);
  }

  private static boolean hasOwnRows(Object array) {
    if (array instanceof Object[] rows) {
      for (int i = 0; i < rows.length; i++) {
        for (int j = 0; j < i; j++) {
          if (rows[i] == rows[j]) {
            return false;
          }
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
