package io.github.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.BinaryOperator;

/** Arithmetic on whole adjoint arrays. */
public final class Adjoints {

  private Adjoints() {}

  /**
   * Adds element by element: {@code target[i] += source[i]}.
   *
   * @param target what is added to
   * @param source what is added, of the same length; null is zero
   * @return the target
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double[] add(double[] target, double[] source) {
    if (source != null) {
      requireSameLength(length(target), source.length);
      for (int i = 0; i < source.length; i++) {
        target[i] += source[i];
      }
    }
    return target;
  }

  /**
   * Adds element by element: {@code target[i] += source[i]}.
   *
   * @param target what is added to
   * @param source what is added, of the same length; null is zero
   * @return the target
   * @throws IllegalArgumentException if the lengths differ
   */
  public static float[] add(float[] target, float[] source) {
    if (source != null) {
      requireSameLength(length(target), source.length);
      for (int i = 0; i < source.length; i++) {
        target[i] += source[i];
      }
    }
    return target;
  }

  /**
   * An array of arrays of zeros, of the same shape.
   *
   * @param a an array whose rows are all different ones, some of them null, or null
   * @return as many rows as long as those of {@code a}, null where these are; null for null
   */
  public static double[][] zeros(double[][] a) {
    if (a == null) {
      return null;
    }
    double[][] zeros = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      zeros[i] = a[i] == null ? null : new double[a[i].length];
    }
    return zeros;
  }

  /**
   * An array of arrays of zeros, of the same shape.
   *
   * @param a an array whose rows are all different ones, some of them null, or null
   * @return as many rows as long as those of {@code a}, null where these are; null for null
   */
  public static float[][] zeros(float[][] a) {
    if (a == null) {
      return null;
    }
    float[][] zeros = new float[a.length][];
    for (int i = 0; i < a.length; i++) {
      zeros[i] = a[i] == null ? null : new float[a[i].length];
    }
    return zeros;
  }

  /**
   * An array of arrays of zeros, of the same shape and of any rank.
   *
   * @param <T> the type of a row
   * @param a an array whose rows are all different ones, some of them null, or null
   * @return as many rows as long as those of {@code a}, null where these are; null for null
   * @throws IllegalArgumentException if the elements are neither {@code double} nor {@code float}
   */
  @SuppressWarnings("unchecked")
  public static <T> T[] zeros(T[] a) {
    if (a == null) {
      return null;
    }
    T[] zeros = (T[]) Array.newInstance(a.getClass().getComponentType(), a.length);
    for (int i = 0; i < a.length; i++) {
      zeros[i] = (T) zerosOfRow(a[i]);
    }
    return zeros;
  }

  private static Object zerosOfRow(Object row) {
    if (row == null) {
      return null;
    }
    if (row instanceof double[] r) {
      return new double[r.length];
    }
    if (row instanceof float[] r) {
      return new float[r.length];
    }
    if (row instanceof Object[] rows) {
      return zeros(rows);
    }
    throw new IllegalArgumentException(
        "neither 'double' nor 'float': " + row.getClass().getComponentType());
  }

  /**
   * Takes out of an array what it holds.
   *
   * @param adjoint an array, zero from now on, or null
   * @return what it held; null for null
   */
  public static double[] setAside(double[] adjoint) {
    if (adjoint == null) {
      return null;
    }
    double[] held = adjoint.clone();
    Arrays.fill(adjoint, 0);
    return held;
  }

  /**
   * Takes out of an array what it holds.
   *
   * @param adjoint an array, zero from now on, or null
   * @return what it held; null for null
   */
  public static float[] setAside(float[] adjoint) {
    if (adjoint == null) {
      return null;
    }
    float[] held = adjoint.clone();
    Arrays.fill(adjoint, 0);
    return held;
  }

  /**
   * Takes out of the rows of an array what they hold; a row that occurs twice held it once.
   *
   * @param <T> the type of a row
   * @param adjoint an array of rows, all zero from now on, or null
   * @return what they held; null for null
   */
  public static <T> T[] setAside(T[] adjoint) {
    if (adjoint == null) {
      return null;
    }
    T[] held = adjoint.clone();
    for (int i = 0; i < held.length; i++) {
      held[i] = rowSetAside(adjoint[i]);
    }
    return held;
  }

  @SuppressWarnings("unchecked")
  private static <T> T rowSetAside(T row) {
    if (row instanceof double[] r) {
      return (T) setAside(r);
    }
    return (T) (row instanceof float[] r ? setAside(r) : setAside((Object[]) row));
  }

  /**
   * Adds row by row; a row that occurs twice is added to twice, as the value it stands for is used
   * twice.
   *
   * @param <T> the type of a row
   * @param target what is added to
   * @param source what is added, of the same shape; null, also as a row, is zero
   * @return the target
   * @throws IllegalArgumentException if the shapes differ, or the elements are not floating-point
   */
  public static <T> T[] add(T[] target, T[] source) {
    return add(target, source, Adjoints::addRow);
  }

  /**
   * Adds element by element, where an element is a record, or a row of records.
   *
   * @param <R> the type of an element
   * @param target what is added to
   * @param source what is added, of the same shape; null, also as an element, is zero
   * @param sum adds two elements; never called with null
   * @return the target
   * @throws IllegalArgumentException if the shapes differ
   */
  public static <R> R[] add(R[] target, R[] source, BinaryOperator<R> sum) {
    if (source != null) {
      requireSameLength(length(target), source.length);
      for (int i = 0; i < source.length; i++) {
        if (source[i] != null) {
          requireTarget(target[i], source[i]);
          target[i] = sum.apply(target[i], source[i]);
        }
      }
    }
    return target;
  }

  private static void requireTarget(Object target, Object source) {
    if (target == null) {
      throw cannotAdd(target, source);
    }
  }

  private static IllegalArgumentException cannotAdd(Object target, Object source) {
    return new IllegalArgumentException(
        "cannot add " + typeName(source) + " to an adjoint of " + typeName(target));
  }

  /** The length of what is not null: where there is no array, there is no adjoint to add. */
  private static int length(Object target) {
    return target == null ? 0 : Array.getLength(target);
  }

  @SuppressWarnings("unchecked") // the sum is the target
  private static <T> T addRow(T target, T source) {
    if (target instanceof double[] sum && source instanceof double[] term) {
      return (T) add(sum, term);
    }
    if (target instanceof float[] sum && source instanceof float[] term) {
      return (T) add(sum, term);
    }
    if (target instanceof Object[] sum && source instanceof Object[] term) {
      return (T) add(sum, term);
    }
    throw cannotAdd(target, source);
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

  /**
   * Puts the contents of an array into an adjoint array.
   *
   * @param adjoint the array to write into; null if there is none
   * @param changed what to write; may be {@code adjoint} itself
   * @throws IllegalArgumentException if the lengths differ
   */
  public static void replace(double[] adjoint, double[] changed) {
    if (adjoint == null) {
      return;
    }
    requireSameLength(adjoint.length, changed.length);
    System.arraycopy(changed, 0, adjoint, 0, adjoint.length);
  }

  /**
   * Puts the contents of an array into an adjoint array.
   *
   * @param adjoint the array to write into; null if there is none
   * @param changed what to write; may be {@code adjoint} itself
   * @throws IllegalArgumentException if the lengths differ
   */
  public static void replace(float[] adjoint, float[] changed) {
    if (adjoint == null) {
      return;
    }
    requireSameLength(adjoint.length, changed.length);
    System.arraycopy(changed, 0, adjoint, 0, adjoint.length);
  }

  /**
   * Puts the contents of an array of arrays into an adjoint array, row by row.
   *
   * @param <T> the type of a row
   * @param adjoint the array to write into; null, also as a row, if there is none
   * @param changed what to write; may be {@code adjoint} itself
   * @throws IllegalArgumentException if lengths differ anywhere
   */
  public static <T> void replace(T[] adjoint, T[] changed) {
    if (adjoint == null) {
      return;
    }
    requireSameLength(adjoint.length, changed.length);
    for (int i = 0; i < adjoint.length; i++) {
      if (adjoint[i] instanceof double[] row) {
        replace(row, (double[]) changed[i]);
      } else if (adjoint[i] instanceof float[] row) {
        replace(row, (float[]) changed[i]);
      } else {
        replace((Object[]) adjoint[i], (Object[]) changed[i]);
      }
    }
  }
}
