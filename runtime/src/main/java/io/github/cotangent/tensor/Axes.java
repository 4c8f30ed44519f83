package io.github.cotangent.tensor;

/**
 * The axes that a reduction takes together: {@code x.sum(Axes.of(0))}. Negative axes are counted
 * from the end.
 */
public final class Axes {

  private static final Axes ALL = new Axes(null, false);

  private final int[] axes;
  private final boolean keepDims;

  private Axes(int[] axes, boolean keepDims) {
    this.axes = axes;
    this.keepDims = keepDims;
  }

  /**
   * Some axes.
   *
   * @param axes their numbers, from 0 on, or from -1 down for the last ones
   * @return these axes, which a reduction removes from the shape
   */
  public static Axes of(int... axes) {
    return new Axes(axes.clone(), false);
  }

  /**
   * All axes.
   *
   * @return the axes of any shape
   */
  public static Axes all() {
    return ALL;
  }

  /**
   * Keeps the axes in the shape, with size 1, so that the result can be broadcast against what was
   * reduced.
   *
   * @return the same axes
   */
  public Axes keepDims() {
    return new Axes(axes, true);
  }

  /** The shape in which each of the axes has size 1. */
  Shape kept(String operation, Shape shape) {
    if (axes == null) {
      int[] ones = new int[shape.rank()];
      java.util.Arrays.fill(ones, 1);
      return Shape.of(ones);
    }
    Shape kept = shape;
    for (int axis : axes) {
      kept = kept.with(shape.axis(operation, axis), 1);
    }
    return kept;
  }

  /** The shape of a reduction's result. */
  Shape result(String operation, Shape shape) {
    if (keepDims) {
      return kept(operation, shape);
    }
    boolean[] gone = new boolean[shape.rank()];
    for (int i = 0; i < (axes == null ? gone.length : axes.length); i++) {
      gone[axes == null ? i : shape.axis(operation, axes[i])] = true;
    }
    int[] sizes = new int[shape.rank()];
    int rank = 0;
    for (int axis = 0; axis < gone.length; axis++) {
      if (!gone[axis]) {
        sizes[rank++] = shape.size(axis);
      }
    }
    return Shape.of(java.util.Arrays.copyOf(sizes, rank));
  }
}
