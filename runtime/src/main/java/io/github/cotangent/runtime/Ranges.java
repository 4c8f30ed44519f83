package io.github.cotangent.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Saves a range of an array before it is overwritten as a whole, and puts it back.
 *
 * <p>Bounds outside of the array are cut off: the operation that is about to overwrite the range
 * reports them itself.
 */
public final class Ranges {

  private Ranges() {}

  private static int start(int from, int size) {
    return Math.min(Math.max(from, 0), size);
  }

  private static int end(int from, int length, int size) {
    return (int) Math.min(Math.max((long) from + length, start(from, size)), size);
  }

  /**
   * A copy of {@code length} elements from index {@code from} on.
   *
   * @param a the array; null gives null
   */
  public static double[] save(double[] a, int from, int length) {
    return a == null
        ? null
        : Arrays.copyOfRange(a, start(from, a.length), end(from, length, a.length));
  }

  /** Puts back what {@code save} has copied. */
  public static void restore(double[] saved, double[] a, int from) {
    if (saved != null) {
      System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
    }
  }

  /**
   * A copy of {@code length} elements from index {@code from} on.
   *
   * @param a the array; null gives null
   */
  public static float[] save(float[] a, int from, int length) {
    return a == null
        ? null
        : Arrays.copyOfRange(a, start(from, a.length), end(from, length, a.length));
  }

  /** Puts back what {@code save} has copied. */
  public static void restore(float[] saved, float[] a, int from) {
    if (saved != null) {
      System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
    }
  }

  /**
   * A copy of {@code length} elements from index {@code from} on.
   *
   * @param a the array; null gives null
   */
  public static long[] save(long[] a, int from, int length) {
    return a == null
        ? null
        : Arrays.copyOfRange(a, start(from, a.length), end(from, length, a.length));
  }

  /** Puts back what {@code save} has copied. */
  public static void restore(long[] saved, long[] a, int from) {
    if (saved != null) {
      System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
    }
  }

  /**
   * A copy of {@code length} elements from index {@code from} on.
   *
   * @param a the array; null gives null
   */
  public static int[] save(int[] a, int from, int length) {
    return a == null
        ? null
        : Arrays.copyOfRange(a, start(from, a.length), end(from, length, a.length));
  }

  /** Puts back what {@code save} has copied. */
  public static void restore(int[] saved, int[] a, int from) {
    if (saved != null) {
      System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
    }
  }

  /**
   * A copy of {@code length} elements from index {@code from} on.
   *
   * @param a the array; null gives null
   */
  public static short[] save(short[] a, int from, int length) {
    return a == null
        ? null
        : Arrays.copyOfRange(a, start(from, a.length), end(from, length, a.length));
  }

  /** Puts back what {@code save} has copied. */
  public static void restore(short[] saved, short[] a, int from) {
    if (saved != null) {
      System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
    }
  }

  /**
   * A copy of {@code length} elements from index {@code from} on.
   *
   * @param a the array; null gives null
   */
  public static char[] save(char[] a, int from, int length) {
    return a == null
        ? null
        : Arrays.copyOfRange(a, start(from, a.length), end(from, length, a.length));
  }

  /** Puts back what {@code save} has copied. */
  public static void restore(char[] saved, char[] a, int from) {
    if (saved != null) {
      System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
    }
  }

  /**
   * A copy of {@code length} elements from index {@code from} on.
   *
   * @param a the array; null gives null
   */
  public static byte[] save(byte[] a, int from, int length) {
    return a == null
        ? null
        : Arrays.copyOfRange(a, start(from, a.length), end(from, length, a.length));
  }

  /** Puts back what {@code save} has copied. */
  public static void restore(byte[] saved, byte[] a, int from) {
    if (saved != null) {
      System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
    }
  }

  /**
   * A copy of {@code length} elements from index {@code from} on.
   *
   * @param a the array; null gives null
   */
  public static boolean[] save(boolean[] a, int from, int length) {
    return a == null
        ? null
        : Arrays.copyOfRange(a, start(from, a.length), end(from, length, a.length));
  }

  /** Puts back what {@code save} has copied. */
  public static void restore(boolean[] saved, boolean[] a, int from) {
    if (saved != null) {
      System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
    }
  }

  /**
   * A copy of {@code length} references from index {@code from} on.
   *
   * @param a the array; null gives null
   */
  public static <T> T[] save(T[] a, int from, int length) {
    return a == null
        ? null
        : Arrays.copyOfRange(a, start(from, a.length), end(from, length, a.length));
  }

  /** Puts back what {@code save} has copied. */
  public static <T> void restore(T[] saved, T[] a, int from) {
    if (saved != null) {
      System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
    }
  }

  /**
   * A copy of an array of arrays, of any rank, level by level: the references to the rows, then
   * what the rows hold, and so on. So both can be put back, wherever the rows are by then.
   *
   * @param a the array; null gives null
   */
  @SuppressWarnings("unchecked") // an array of the type of a
  public static <T> T[][] saveRows(T[] a) {
    if (a == null) {
      return null;
    }
    int levels = 1;
    for (Class<?> c = a.getClass().getComponentType(); c.isArray(); c = c.getComponentType()) {
      levels++;
    }
    T[][] saved = (T[][]) Array.newInstance(a.getClass(), levels);
    for (int level = 0; level < levels; level++) {
      saved[level] = (T[]) copyDown(a, level);
    }
    return saved;
  }

  /** Puts back what {@code saveRows} has copied. */
  public static <T> void restoreRows(T[][] saved, T[] a) {
    if (saved != null) {
      for (int level = 0; level < saved.length; level++) {
        putBack(saved[level], a, level);
      }
    }
  }

  /** A new array; down to the level its rows are new as well. */
  private static Object copyDown(Object a, int level) {
    if (a == null) {
      return null;
    }
    int length = Array.getLength(a);
    Object copy = Array.newInstance(a.getClass().getComponentType(), length);
    System.arraycopy(a, 0, copy, 0, length);
    if (level > 0) {
      Object[] rows = (Object[]) copy;
      Arrays.setAll(rows, i -> copyDown(rows[i], level - 1));
    }
    return copy;
  }

  private static void putBack(Object saved, Object a, int level) {
    if (a == null) {
      return;
    }
    if (level == 0) {
      System.arraycopy(saved, 0, a, 0, Array.getLength(saved));
      return;
    }
    for (int i = 0; i < Array.getLength(saved); i++) {
      putBack(Array.get(saved, i), Array.get(a, i), level - 1);
    }
  }
}
