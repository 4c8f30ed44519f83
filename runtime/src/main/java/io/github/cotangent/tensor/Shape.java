package io.github.cotangent.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The sizes of a tensor's axes. Messages write it as NumPy does: (2, 3), (4,), (). */
final class Shape {

  static final Shape SCALAR = new Shape(new int[0], 1);

  private final int[] sizes;
  private final int size;

  private Shape(int[] sizes, int size) {
    this.sizes = sizes;
    this.size = size;
  }

  static Shape of(int... sizes) {
    long size = 1;
    boolean empty = false;
    for (int s : sizes) {
      if (s < 0) {
        throw new IllegalArgumentException("a shape has no negative sizes: " + text(sizes));
      }
      empty |= s == 0;
      size = empty ? 0 : Math.multiplyExact(size, (long) s);
      if (size > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException("too large for one array: " + text(sizes));
      }
    }
    return new Shape(sizes.clone(), (int) size);
  }

  int rank() {
    return sizes.length;
  }

  /** The number of elements. */
  int size() {
    return size;
  }

  int size(int axis) {
    return sizes[axis];
  }

  /** The sizes themselves: not to be changed. */
  int[] sizes() {
    return sizes;
  }

  /** How far apart elements are along each axis, row-major. */
  int[] strides() {
    int[] strides = new int[sizes.length];
    int stride = 1;
    for (int axis = sizes.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= sizes[axis];
    }
    return strides;
  }

  /** An axis counted from the front; negative ones are counted from the end. */
  int axis(String operation, int axis) {
    if (axis < -sizes.length || axis >= sizes.length) {
      throw new IllegalArgumentException(
          operation + ": there is no axis " + axis + " in the shape " + this);
    }
    return axis < 0 ? axis + sizes.length : axis;
  }

  /** The shape that two others are broadcast to. */
  Shape broadcastWith(String operation, Shape other) {
    if (equals(other)) {
      return this;
    }
    int rank = Math.max(rank(), other.rank());
    int[] common = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int mine = fromEnd(rank - axis);
      int its = other.fromEnd(rank - axis);
      if (mine != its && mine != 1 && its != 1) {
        throw mismatch(operation, other, "cannot be broadcast together");
      }
      common[axis] = mine == 1 ? its : mine;
    }
    return of(common);
  }

  private int fromEnd(int place) {
    return place > sizes.length ? 1 : sizes[sizes.length - place];
  }

  /** Refuses another shape where both must be the same. */
  void requireSame(String operation, Shape other) {
    if (!equals(other)) {
      throw mismatch(operation, other, "differ");
    }
  }

  IllegalArgumentException mismatch(String operation, Shape other, String problem) {
    return new IllegalArgumentException(
        operation + ": shapes " + this + " and " + other + " " + problem);
  }

  /** The same shape with another size along an axis. */
  Shape with(int axis, int newSize) {
    int[] changed = sizes.clone();
    changed[axis] = newSize;
    return of(changed);
  }

  /** The shape without an axis. */
  Shape without(int axis) {
    int[] fewer = new int[sizes.length - 1];
    System.arraycopy(sizes, 0, fewer, 0, axis);
    System.arraycopy(sizes, axis + 1, fewer, axis, fewer.length - axis);
    return of(fewer);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Shape s && Arrays.equals(sizes, s.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    return text(sizes);
  }

  private static String text(int[] sizes) {
    return Arrays.stream(sizes)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "(", sizes.length == 1 ? ",)" : ")"));
  }
}
