package io.github.cotangent.runtime;

import java.util.Arrays;

/** Arithmetic on whole adjoint arrays. */
public final class Adjoints {

  private Adjoints() {}

  /**
   * Adds element by element: {@code target[i] += source[i]}.
   *
   * @param target what is added to, or null
   * @param source what is added, of the same length; null if {@code target} is
   * @throws IllegalArgumentException if the lengths differ
   */
  public static void add(double[] target, double[] source) {
    if (target == null && source == null) {
      return;
    }
    requireSameLength(target.length, source.length);
    for (int i = 0; i < target.length; i++) {
      target[i] += source[i];
    }
  }

  /**
   * Adds element by element: {@code target[i] += source[i]}.
   *
   * @param target what is added to, or null
   * @param source what is added, of the same length; null if {@code target} is
   * @throws IllegalArgumentException if the lengths differ
   */
  public static void add(float[] target, float[] source) {
    if (target == null && source == null) {
      return;
    }
    requireSameLength(target.length, source.length);
    for (int i = 0; i < target.length; i++) {
      target[i] += source[i];
    }
  }

  /**
   * Adds row by row; a row that occurs twice is added to twice, as the value it stands for is used
   * twice.
   *
   * @param target what is added to, or null
   * @param source what is added, of the same shape; a null row is zero; null if {@code target} is
   * @throws IllegalArgumentException if the shapes differ, or the elements are not floating-point
   */
  public static void add(Object[] target, Object[] source) {
    if (target == null && source == null) {
      return;
    }
    requireSameLength(target.length, source.length);
    for (int i = 0; i < target.length; i++) {
      if (source[i] != null) {
        addRow(target[i], source[i]);
      }
    }
  }

  /**
   * A copy that shares nothing with the original.
   *
   * @param seed an adjoint, or null
   * @return a new array; null if {@code seed} is null
   */
  public static double[] copyOf(double[] seed) {
    return seed == null ? null : seed.clone();
  }

  /**
   * A copy that shares nothing with the original.
   *
   * @param seed an adjoint, or null
   * @return a new array; null if {@code seed} is null
   */
  public static float[] copyOf(float[] seed) {
    return seed == null ? null : seed.clone();
  }

  /**
   * A copy that shares nothing with the original, in which every row is a new array: where aliases
   * are to be kept, {@link ArrayCopies} keeps them.
   *
   * @param <T> the type of a row
   * @param seed an adjoint of arrays of arrays, or null
   * @return a new array; null if {@code seed} is null
   * @throws IllegalArgumentException if the elements are not floating-point
   */
  public static <T> T[] copyOf(T[] seed) {
    if (seed == null) {
      return null;
    }
    T[] copy = seed.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copyOfRow(copy[i]);
    }
    return copy;
  }

  private static void addRow(Object target, Object source) {
    if (target instanceof double[] sum && source instanceof double[] term) {
      add(sum, term);
    } else if (target instanceof float[] sum && source instanceof float[] term) {
      add(sum, term);
    } else if (target instanceof Object[] sum && source instanceof Object[] term) {
      add(sum, term);
    } else {
      throw new IllegalArgumentException(
          "cannot add " + typeName(source) + " to an adjoint of " + typeName(target));
    }
  }

  @SuppressWarnings("unchecked") // a copy has the type of its original
  private static <T> T copyOfRow(T row) {
    if (row == null) {
      return null;
    }
    if (row instanceof double[] doubles) {
      return (T) copyOf(doubles);
    }
    if (row instanceof float[] floats) {
      return (T) copyOf(floats);
    }
    if (row instanceof Object[] rows) {
      return (T) copyOf(rows);
    }
    throw new IllegalArgumentException(typeName(row) + " is not an adjoint array");
  }

  private static String typeName(Object value) {
    return value == null ? "null" : value.getClass().getTypeName();
  }

  private static void requireSameLength(int target, int source) {
    if (target != source) {
      throw new IllegalArgumentException(
          "cannot add an adjoint of length " + source + " to one of length " + target);
    }
  }

  /**
   * Adjoint of {@code target = Arrays.copyOfRange(source, from, to)}, and of {@code clone} and
   * {@code copyOf} with {@code from} 0: adds the adjoint of each element copied.
   *
   * @param source the adjoint of the array copied from, added to
   * @param from index of the first element copied
   * @param target the adjoint of the copy, which may be shorter or longer
   */
  public static void addCopied(double[] source, int from, double[] target) {
    int count = Math.min(target.length, source.length - from);
    for (int i = 0; i < count; i++) {
      source[from + i] += target[i];
    }
  }

  /**
   * Adjoint of {@code System.arraycopy(source, from, target, to, length)}: moves the adjoints of
   * the elements written back to those read. The two may be one array, and the ranges may overlap.
   */
  public static void moveBack(double[] source, int from, double[] target, int to, int length) {
    double[] moved = Arrays.copyOfRange(target, to, to + length);
    Arrays.fill(target, to, to + length, 0.0);
    for (int i = 0; i < length; i++) {
      source[from + i] += moved[i];
    }
  }

  /** The sum of the elements, which become zero: the adjoint of {@code Arrays.fill(a, value)}. */
  public static double takeSum(double[] a) {
    return takeSum(a, 0, a.length);
  }

  /** The sum of the elements from one index to before another, which become zero. */
  public static double takeSum(double[] a, int from, int to) {
    double sum = 0.0;
    for (int i = from; i < to; i++) {
      sum += a[i];
      a[i] = 0.0;
    }
    return sum;
  }

  /** Sets all elements to zero. */
  public static void clear(double[] a) {
    Arrays.fill(a, 0.0);
  }

  /** Sets the elements from one index to before another to zero. */
  public static void clear(double[] a, int from, int to) {
    Arrays.fill(a, from, to, 0.0);
  }

  /**
   * Adjoint of {@code target = Arrays.copyOfRange(source, from, to)}, and of {@code clone} and
   * {@code copyOf} with {@code from} 0: adds the adjoint of each element copied.
   *
   * @param source the adjoint of the array copied from, added to
   * @param from index of the first element copied
   * @param target the adjoint of the copy, which may be shorter or longer
   */
  public static void addCopied(float[] source, int from, float[] target) {
    int count = Math.min(target.length, source.length - from);
    for (int i = 0; i < count; i++) {
      source[from + i] += target[i];
    }
  }

  /**
   * Adjoint of {@code System.arraycopy(source, from, target, to, length)}: moves the adjoints of
   * the elements written back to those read. The two may be one array, and the ranges may overlap.
   */
  public static void moveBack(float[] source, int from, float[] target, int to, int length) {
    float[] moved = Arrays.copyOfRange(target, to, to + length);
    Arrays.fill(target, to, to + length, 0.0f);
    for (int i = 0; i < length; i++) {
      source[from + i] += moved[i];
    }
  }

  /** The sum of the elements, which become zero: the adjoint of {@code Arrays.fill(a, value)}. */
  public static float takeSum(float[] a) {
    return takeSum(a, 0, a.length);
  }

  /** The sum of the elements from one index to before another, which become zero. */
  public static float takeSum(float[] a, int from, int to) {
    float sum = 0.0f;
    for (int i = from; i < to; i++) {
      sum += a[i];
      a[i] = 0.0f;
    }
    return sum;
  }

  /** Sets all elements to zero. */
  public static void clear(float[] a) {
    Arrays.fill(a, 0.0f);
  }

  /** Sets the elements from one index to before another to zero. */
  public static void clear(float[] a, int from, int to) {
    Arrays.fill(a, from, to, 0.0f);
  }

  /** The array, filled with one value: shadows of records start as the zero record. */
  public static <T> T[] filled(T[] a, T value) {
    Arrays.fill(a, value);
    return a;
  }
}
