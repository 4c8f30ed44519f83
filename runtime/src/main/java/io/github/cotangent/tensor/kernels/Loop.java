package io.github.cotangent.tensor.kernels;

import java.util.Arrays;

/**
 * A walk over the elements of several arrays at once, in rows. Each array has a start, and a stride
 * for each axis: 0 where it is broadcast. Neighbouring axes that all arrays walk through evenly are
 * taken as one, so that rows are as long as they can be.
 *
 * <p>It is used once: {@code while (loop.next()) { … loop.at(0) … }}.
 */
public final class Loop {

  private final int[] sizes;
  private final int[][] strides;
  private final int[] at;
  private final int[] index;
  private boolean started;

  private Loop(int[] sizes, int[][] strides, int[] starts) {
    this.sizes = sizes;
    this.strides = strides;
    this.at = starts.clone();
    this.index = new int[sizes.length];
  }

  /**
   * Makes a loop.
   *
   * @param sizes the number of steps along each axis
   * @param strides for each array, how far apart its elements are along each axis
   * @param starts for each array, the index of its first element
   */
  public static Loop of(int[] sizes, int[][] strides, int[] starts) {
    int operands = strides.length;
    int[] merged = new int[Math.max(sizes.length, 1)];
    int[][] steps = new int[operands][merged.length];
    int last = merged.length;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      if (sizes[axis] == 1) {
        continue;
      }
      if (last < merged.length && continues(strides, steps, axis, last, merged[last])) {
        merged[last] *= sizes[axis];
        continue;
      }
      last--;
      merged[last] = sizes[axis];
      for (int n = 0; n < operands; n++) {
        steps[n][last] = strides[n][axis];
      }
    }
    if (last == merged.length) {
      last--; // A single element.
      merged[last] = 1;
    }
    int[][] kept = new int[operands][];
    for (int n = 0; n < operands; n++) {
      kept[n] = Arrays.copyOfRange(steps[n], last, merged.length);
    }
    return new Loop(Arrays.copyOfRange(merged, last, merged.length), kept, starts);
  }

  private static boolean continues(int[][] strides, int[][] steps, int axis, int last, int size) {
    for (int n = 0; n < strides.length; n++) {
      if (strides[n][axis] != steps[n][last] * size) {
        return false;
      }
    }
    return true;
  }

  /**
   * Makes a loop over a shape, in which other shapes are broadcast: aligned at their last axes, an
   * axis of size 1 standing still.
   *
   * @param sizes the shape to walk over
   * @param shapes the shape of each array, which is dense and row-major
   */
  public static Loop broadcast(int[] sizes, int[]... shapes) {
    int[][] strides = new int[shapes.length][];
    for (int n = 0; n < shapes.length; n++) {
      strides[n] = stridesWithin(sizes, shapes[n]);
    }
    return of(sizes, strides, new int[shapes.length]);
  }

  private static int[] stridesWithin(int[] sizes, int[] shape) {
    int[] strides = new int[sizes.length];
    int stride = 1;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      int place = axis + sizes.length - shape.length;
      if (place >= 0) {
        strides[place] = shape[axis] == 1 ? 0 : stride;
      }
      stride *= shape[axis];
    }
    return strides;
  }

  /** Goes to the next row; false when there is none. */
  public boolean next() {
    if (!started) {
      started = true;
      return !isEmpty();
    }
    for (int axis = sizes.length - 2; axis >= 0; axis--) {
      move(axis, 1);
      if (++index[axis] < sizes[axis]) {
        return true;
      }
      move(axis, -sizes[axis]);
      index[axis] = 0;
    }
    return false;
  }

  private void move(int axis, int steps) {
    for (int n = 0; n < at.length; n++) {
      at[n] += steps * strides[n][axis];
    }
  }

  private boolean isEmpty() {
    for (int size : sizes) {
      if (size == 0) {
        return true;
      }
    }
    return false;
  }

  /** True where all arrays are walked through from their first element on, one by one. */
  public boolean isFlat() {
    boolean flat = sizes.length == 1;
    for (int n = 0; n < at.length; n++) {
      flat &= at[n] == 0 && (strides[n][0] == 1 || sizes[0] <= 1);
    }
    return flat;
  }

  /** The number of elements in a row. */
  public int length() {
    return sizes[sizes.length - 1];
  }

  /** The index of the first element of this row in the array. */
  public int at(int operand) {
    return at[operand];
  }

  /** How far apart the elements of a row are in the array. */
  public int step(int operand) {
    return strides[operand][sizes.length - 1];
  }
}
