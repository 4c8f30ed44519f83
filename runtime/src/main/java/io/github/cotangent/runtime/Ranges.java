package io.github.cotangent.runtime;

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
    System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
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
    System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
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
    System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
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
    System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
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
    System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
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
    System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
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
    System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
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
    System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
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
    System.arraycopy(saved, 0, a, start(from, a.length), saved.length);
  }
}
