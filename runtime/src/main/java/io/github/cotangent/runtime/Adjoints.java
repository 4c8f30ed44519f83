package io.github.cotangent.runtime;

/** Arithmetic on whole adjoint arrays. */
public final class Adjoints {

  private Adjoints() {}

  /**
   * Adds element by element: {@code target[i] += source[i]}.
   *
   * @param target what is added to
   * @param source what is added, of the same length
   * @throws IllegalArgumentException if the lengths differ
   */
  public static void add(double[] target, double[] source) {
    requireSameLength(target.length, source.length);
    for (int i = 0; i < target.length; i++) {
      target[i] += source[i];
    }
  }

  /**
   * Adds element by element: {@code target[i] += source[i]}.
   *
   * @param target what is added to
   * @param source what is added, of the same length
   * @throws IllegalArgumentException if the lengths differ
   */
  public static void add(float[] target, float[] source) {
    requireSameLength(target.length, source.length);
    for (int i = 0; i < target.length; i++) {
      target[i] += source[i];
    }
  }

  /**
   * Adds row by row; a row that occurs twice is added to twice, as the value it stands for is used
   * twice.
   *
   * @param target what is added to
   * @param source what is added, of the same shape; a null row is zero
   * @throws IllegalArgumentException if the shapes differ, or the elements are not floating-point
   */
  public static void add(Object[] target, Object[] source) {
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
}
