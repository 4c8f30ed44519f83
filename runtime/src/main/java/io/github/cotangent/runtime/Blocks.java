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
}
