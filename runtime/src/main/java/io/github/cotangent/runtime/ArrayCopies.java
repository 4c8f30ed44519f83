package io.github.cotangent.runtime;

import java.util.function.UnaryOperator;

/**
 * Deep copies of arrays that alias as the originals do.
 *
 * <p>The same array gives the same copy, at every place where it occurs. So a differentiated method
 * that writes into its arguments can work on copies, and still see {@code f(a, a)} as such.
 *
 * <p>Not thread-safe: every call of a derivative makes its own instance.
 */
public final class ArrayCopies {

  private final Identities copyOf = new Identities();

  /** Creates an instance that has copied nothing yet. */
  public ArrayCopies() {}

  /**
   * The copy of an array.
   *
   * @param a an array, or null
   * @return its copy, the same one at every call; null if {@code a} is null
   */
  public double[] of(double[] a) {
    return a == null ? null : copyOf.of(a, double[]::clone);
  }

  /**
   * The copy of an array.
   *
   * @param a an array, or null
   * @return its copy, the same one at every call; null if {@code a} is null
   */
  public float[] of(float[] a) {
    return a == null ? null : copyOf.of(a, float[]::clone);
  }

  /**
   * The copy of an array.
   *
   * @param a an array, or null
   * @return its copy, the same one at every call; null if {@code a} is null
   */
  public long[] of(long[] a) {
    return a == null ? null : copyOf.of(a, long[]::clone);
  }

  /**
   * The copy of an array.
   *
   * @param a an array, or null
   * @return its copy, the same one at every call; null if {@code a} is null
   */
  public int[] of(int[] a) {
    return a == null ? null : copyOf.of(a, int[]::clone);
  }

  /**
   * The copy of an array.
   *
   * @param a an array, or null
   * @return its copy, the same one at every call; null if {@code a} is null
   */
  public short[] of(short[] a) {
    return a == null ? null : copyOf.of(a, short[]::clone);
  }

  /**
   * The copy of an array.
   *
   * @param a an array, or null
   * @return its copy, the same one at every call; null if {@code a} is null
   */
  public char[] of(char[] a) {
    return a == null ? null : copyOf.of(a, char[]::clone);
  }

  /**
   * The copy of an array.
   *
   * @param a an array, or null
   * @return its copy, the same one at every call; null if {@code a} is null
   */
  public byte[] of(byte[] a) {
    return a == null ? null : copyOf.of(a, byte[]::clone);
  }

  /**
   * The copy of an array.
   *
   * @param a an array, or null
   * @return its copy, the same one at every call; null if {@code a} is null
   */
  public boolean[] of(boolean[] a) {
    return a == null ? null : copyOf.of(a, boolean[]::clone);
  }

  /**
   * The copy of an array of references: rows are copied as well, what is not an array is kept.
   *
   * @param <T> the type of an element
   * @param a an array, or null
   * @return its copy, the same one at every call; null if {@code a} is null
   */
  public <T> T[] of(T[] a) {
    return ofRecords(a, this::ofElement);
  }

  /**
   * The copy of an array whose elements hold arrays in their turn.
   *
   * @param <R> the type of an element
   * @param a an array, or null
   * @param copy copies an element; never called with null
   * @return its copy, the same one at every call; null if {@code a} is null
   */
  @SuppressWarnings("unchecked") // a copy has the type of its original
  public <R> R[] ofRecords(R[] a, UnaryOperator<R> copy) {
    if (a == null) {
      return null;
    }
    R[] result = (R[]) copyOf.get(a);
    if (result == null) {
      result = a.clone();
      // Known before its elements are copied: an Object[] may contain itself.
      copyOf.put(a, result);
      for (int i = 0; i < a.length; i++) {
        result[i] = a[i] == null ? null : copy.apply(a[i]);
      }
    }
    return result;
  }

  @SuppressWarnings("unchecked") // a copy has the type of its original
  private <T> T ofElement(T element) {
    if (element instanceof Object[] rows) {
      return (T) of(rows);
    }
    if (element instanceof double[] doubles) {
      return (T) of(doubles);
    }
    if (element instanceof float[] floats) {
      return (T) of(floats);
    }
    if (element instanceof long[] longs) {
      return (T) of(longs);
    }
    if (element instanceof int[] ints) {
      return (T) of(ints);
    }
    if (element instanceof short[] shorts) {
      return (T) of(shorts);
    }
    if (element instanceof char[] chars) {
      return (T) of(chars);
    }
    if (element instanceof byte[] bytes) {
      return (T) of(bytes);
    }
    if (element instanceof boolean[] booleans) {
      return (T) of(booleans);
    }
    return element;
  }
}
