package io.github.cotangent.tensor;

import io.github.cotangent.tensor.kernels.ArrayKernels;
import io.github.cotangent.tensor.kernels.Loop;
import java.util.Arrays;

/** Operations that move elements, and the additions that undo them. */
final class Structure {

  private Structure() {}

  static Tensor reshape(Tensor x, int... sizes) {
    Shape wanted = Shape.of(inferred(x, sizes));
    if (wanted.size() != x.size()) {
      throw x.dims().mismatch("reshape", wanted, "have different sizes");
    }
    return new Tensor(x.dtype(), wanted, x.storage());
  }

  /** A size of -1 stands for what is left. */
  private static int[] inferred(Tensor x, int[] sizes) {
    int unknown = -1;
    int known = 1;
    for (int axis = 0; axis < sizes.length; axis++) {
      if (sizes[axis] != -1) {
        known *= sizes[axis];
      } else if (unknown < 0) {
        unknown = axis;
      } else {
        throw new IllegalArgumentException("reshape: only one size can be -1");
      }
    }
    if (unknown < 0 || known <= 0) {
      return sizes;
    }
    int[] all = sizes.clone();
    all[unknown] = x.size() / known;
    return all;
  }

  static Tensor permute(Tensor x, int... order) {
    int rank = x.rank();
    int[] sizes = new int[rank];
    int[] strides = new int[rank];
    int[] xStrides = x.dims().strides();
    boolean[] seen = new boolean[rank];
    if (order.length != rank) {
      throw noPermutation(x, order);
    }
    for (int i = 0; i < rank; i++) {
      int axis = x.dims().axis("permute", order[i]);
      if (seen[axis]) {
        throw noPermutation(x, order);
      }
      seen[axis] = true;
      sizes[i] = x.dims().size(axis);
      strides[i] = xStrides[axis];
    }
    Shape shape = Shape.of(sizes);
    Object out = x.kernels().arrays().zeros(shape.size());
    Loop loop = Loop.of(sizes, new int[][] {shape.strides(), strides}, new int[2]);
    x.kernels().loops().copy(loop, out, x.storage());
    return new Tensor(x.dtype(), shape, out);
  }

  private static IllegalArgumentException noPermutation(Tensor x, int[] order) {
    return new IllegalArgumentException(
        "permute: " + Arrays.toString(order) + " is no order of the axes of " + x.dims());
  }

  /** The order that undoes another. */
  static int[] inverse(int[] order) {
    int[] inverse = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      inverse[order[i] < 0 ? order[i] + order.length : order[i]] = i;
    }
    return inverse;
  }

  static Tensor transpose(Tensor x) {
    int rank = x.rank();
    if (rank < 2) {
      throw new IllegalArgumentException(
          "transpose: the shape " + x.dims() + " is not that of a matrix");
    }
    int[] order = new int[rank];
    Arrays.setAll(order, i -> i);
    order[rank - 2] = rank - 1;
    order[rank - 1] = rank - 2;
    return permute(x, order);
  }

  static Tensor index(Tensor x, int axis, int i) {
    int a = x.dims().axis("index", axis);
    if (i < 0 || i >= x.dims().size(a)) {
      throw new IllegalArgumentException(
          "index: there is no element " + i + " along axis " + a + " in the shape " + x.dims());
    }
    return reshape(slice(x, a, i, i + 1), x.dims().without(a).sizes());
  }

  static Tensor slice(Tensor x, int axis, int from, int to) {
    int a = x.dims().axis("slice", axis);
    if (from < 0 || to > x.dims().size(a) || from > to) {
      throw new IllegalArgumentException(
          "slice: there are no elements "
              + from
              + " to "
              + to
              + " along axis "
              + a
              + " in the shape "
              + x.dims());
    }
    Shape shape = x.dims().with(a, to - from);
    Object out = x.kernels().arrays().zeros(shape.size());
    x.kernels().loops().copy(part(shape, shape, 0, x.dims(), start(x, a, from)), out, x.storage());
    return new Tensor(x.dtype(), shape, out);
  }

  private static int start(Tensor x, int axis, int from) {
    return from * x.dims().strides()[axis];
  }

  /** A loop over a block of two tensors. */
  private static Loop part(Shape block, Shape out, int o, Shape a, int from) {
    return Loop.of(block.sizes(), new int[][] {out.strides(), a.strides()}, new int[] {o, from});
  }

  static void addSlice(TensorAdjoint dx, int axis, int from, Tensor g) {
    int a = dx.shape().axis("slice", axis);
    int start = from * dx.shape().strides()[a];
    Loop loop = part(g.dims(), dx.shape(), start, g.dims(), 0);
    dx.into(out -> dx.kernels().loops().add(loop, out, 1, g.storage()));
  }

  static Tensor broadcastTo(Tensor x, int... sizes) {
    Shape shape = Shape.of(sizes);
    if (!x.dims().broadcastWith("broadcastTo", shape).equals(shape)) {
      throw x.dims().mismatch("broadcastTo", shape, "cannot be broadcast this way");
    }
    Object out = x.kernels().arrays().zeros(shape.size());
    Loop loop = Loop.broadcast(sizes, sizes, x.dims().sizes());
    x.kernels().loops().copy(loop, out, x.storage());
    return new Tensor(x.dtype(), shape, out);
  }

  static Tensor concat(String operation, int axis, Tensor[] parts) {
    if (parts.length == 0) {
      throw new IllegalArgumentException(operation + ": no tensors");
    }
    Tensor first = parts[0];
    int a = first.dims().axis(operation, axis);
    int length = 0;
    for (Tensor part : parts) {
      first.requireType(operation, part);
      if (part.rank() != first.rank() || !part.dims().with(a, 1).equals(first.dims().with(a, 1))) {
        throw first.dims().mismatch(operation, part.dims(), "differ beside axis " + a);
      }
      length += part.dims().size(a);
    }
    Shape shape = first.dims().with(a, length);
    Object out = first.kernels().arrays().zeros(shape.size());
    int at = 0;
    for (Tensor part : parts) {
      int start = at * shape.strides()[a];
      Loop loop = part(part.dims(), shape, start, part.dims(), 0);
      first.kernels().loops().copy(loop, out, part.storage());
      at += part.dims().size(a);
    }
    return new Tensor(first.dtype(), shape, out);
  }

  /** A tensor with a further axis of size 1. */
  static Tensor expanded(Tensor x, int axis) {
    int rank = x.rank() + 1;
    if (axis < -rank || axis >= rank) {
      throw new IllegalArgumentException(
          "stack: there is no axis " + axis + " for tensors of shape " + x.dims());
    }
    int place = axis < 0 ? axis + rank : axis;
    int[] sizes = new int[rank];
    System.arraycopy(x.dims().sizes(), 0, sizes, 0, place);
    sizes[place] = 1;
    System.arraycopy(x.dims().sizes(), place, sizes, place + 1, rank - 1 - place);
    return reshape(x, sizes);
  }

  static Tensor gather(Tensor x, int[] rows) {
    if (x.rank() == 0) {
      throw new IllegalArgumentException("gather: a tensor of shape () has no rows");
    }
    int count = x.dims().size(0);
    Shape shape = x.dims().with(0, rows.length);
    int length = count == 0 ? 0 : x.size() / count;
    ArrayKernels<Object> arrays = x.kernels().arrays();
    Object out = arrays.zeros(shape.size());
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] < 0 || rows[i] >= count) {
        throw new IllegalArgumentException(
            "gather: there is no row " + rows[i] + " in the shape " + x.dims());
      }
      arrays.move(x.storage(), rows[i] * length, out, i * length, length);
    }
    return new Tensor(x.dtype(), shape, out);
  }

  static void addGathered(TensorAdjoint dx, int[] rows, Tensor g) {
    if (rows.length == 0) {
      return;
    }
    int length = g.size() / rows.length;
    ArrayKernels<Object> arrays = dx.kernels().arrays();
    dx.into(
        out -> {
          for (int i = 0; i < rows.length; i++) {
            arrays.addBlock(g.storage(), i * length, out, rows[i] * length, length);
          }
        });
  }

  static void addIndex(TensorAdjoint dx, int axis, int i, Tensor g) {
    int a = dx.shape().axis("index", axis);
    addSlice(dx, a, i, reshape(g, dx.shape().with(a, 1).sizes()));
  }

  /** The index of an element in the storage. */
  static int offset(Shape shape, int... index) {
    boolean inside = index.length == shape.rank();
    for (int axis = 0; inside && axis < index.length; axis++) {
      inside = index[axis] >= 0 && index[axis] < shape.size(axis);
    }
    if (!inside) {
      throw new IndexOutOfBoundsException(
          "at: there is no element " + Arrays.toString(index) + " in the shape " + shape);
    }
    int offset = 0;
    for (int axis = 0; axis < index.length; axis++) {
      offset = offset * shape.size(axis) + index[axis];
    }
    return offset;
  }
}
