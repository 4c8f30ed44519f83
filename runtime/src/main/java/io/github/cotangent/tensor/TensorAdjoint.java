package io.github.cotangent.tensor;

import io.github.cotangent.Accumulator;
import io.github.cotangent.tensor.kernels.BinaryOp;
import io.github.cotangent.tensor.kernels.Kernels;
import io.github.cotangent.tensor.kernels.Loop;
import io.github.cotangent.tensor.kernels.UnaryOp;
import java.util.function.Consumer;

/**
 * The adjoint of a tensor while it is being collected, in place. A pullback of an operation of
 * yours adds to it by {@link #add} and {@link #addProduct}.
 *
 * <p>Storage is taken only when the second contribution comes: until then it is zero, or shares
 * what was added.
 */
public final class TensorAdjoint implements Accumulator<Tensor> {

  private final DType dtype;
  private final Shape shape;
  private final Kernels<Object> kernels;
  private final boolean discards;

  /** Null as long as this is zero. */
  private Object values;

  /** True where a tensor has the same storage: it is copied before it is changed. */
  private boolean shared;

  TensorAdjoint(DType dtype, Shape shape, boolean discards) {
    this.dtype = dtype;
    this.shape = shape;
    this.kernels = dtype.kernels();
    this.discards = discards;
  }

  DType dtype() {
    return dtype;
  }

  Shape shape() {
    return shape;
  }

  /**
   * Adds a tensor. One of another shape is broadcast against this; along the axes that only it has,
   * it is summed up.
   *
   * @param value of the type of this
   */
  @Override
  public void add(Tensor value) {
    if (discards) {
      return;
    }
    if (values == null && value.dims().equals(shape) && value.dtype() == dtype) {
      values = value.storage();
      shared = true;
      return;
    }
    add(1, value);
  }

  /**
   * Forgets what has been added, and holds a tensor instead.
   *
   * @param value of the type of this; its shape is this one's, or is broadcast to it
   */
  @Override
  public void set(Tensor value) {
    values = null;
    add(value);
  }

  /**
   * Adds a multiple of a tensor: {@code this += k · value}, with shapes as in {@link #add(Tensor)}.
   *
   * @param k the factor
   * @param value of the type of this
   */
  public void add(double k, Tensor value) {
    Loop loop = loop("add", value);
    into(out -> kernels.loops().add(loop, out, k, value.storage()));
  }

  /**
   * Adds the elementwise product of two tensors: {@code this += a · b}, with shapes as in {@link
   * #add(Tensor)}.
   *
   * @param a of the type of this
   * @param b of the type of this
   */
  public void addProduct(Tensor a, Tensor b) {
    Loop loop = loop("addProduct", a, b);
    into(out -> kernels.loops().addProduct(loop, out, a.storage(), b.storage()));
  }

  /**
   * What has been collected.
   *
   * @return a tensor, which does not change any more
   */
  @Override
  public Tensor freeze() {
    if (values == null) {
      values = kernels.arrays().zeros(shape.size());
    }
    shared = true;
    return new Tensor(dtype, shape, values);
  }

  /** Runs a kernel that adds to the storage; not where nobody will ask for the sum. */
  void into(Consumer<Object> kernel) {
    if (!discards) {
      kernel.accept(own());
    }
  }

  private Object own() {
    if (values == null) {
      values = kernels.arrays().zeros(shape.size());
    } else if (shared) {
      values = kernels.arrays().copy(values);
    }
    shared = false;
    return values;
  }

  Kernels<Object> kernels() {
    return kernels;
  }

  /** Adds a number to all elements. */
  void addEverywhere(double g) {
    add(g, Tensors.full(dtype, 1));
  }

  /** Adds a number to one element of the storage. */
  void addAt(int i, double g) {
    into(out -> kernels.arrays().set(out, i, kernels.arrays().get(out, i) + g));
  }

  /** {@code this += g · ∂(a op b)/∂operand}. */
  void addPartial(BinaryOp op, int operand, Tensor g, Tensor a, Tensor b) {
    Loop loop = loop(op.method(), g, a, b);
    into(
        out ->
            kernels
                .binaries()
                .addPartial(op, operand, loop, out, g.storage(), a.storage(), b.storage()));
  }

  /** {@code this += g · op'(at)}, of one shape. */
  void addDerived(UnaryOp op, Tensor g, Tensor at) {
    requireSame(op.name(), g);
    requireSame(op.name(), at);
    into(out -> kernels.unaries().addDerived(op, out, g.storage(), at.storage()));
  }

  /** {@code this += g} where {@code mask} is not 0, or where it is. */
  void addWhere(Tensor mask, boolean wanted, Tensor g) {
    Loop loop = loop("where", mask, g);
    into(out -> kernels.loops().addWhere(loop, out, mask.storage(), wanted, g.storage()));
  }

  /** A loop over this and what is added to it, summing where this is broadcast. */
  private Loop loop(String operation, Tensor... operands) {
    Shape walk = shape;
    int[][] shapes = new int[operands.length + 1][];
    shapes[0] = shape.sizes();
    for (int n = 0; n < operands.length; n++) {
      requireType(operation, operands[n]);
      walk = walk.broadcastWith(operation, operands[n].dims());
      shapes[n + 1] = operands[n].dims().sizes();
    }
    return Loop.broadcast(walk.sizes(), shapes);
  }

  void requireSame(String operation, Tensor other) {
    requireType(operation, other);
    shape.requireSame(operation, other.dims());
  }

  private void requireType(String operation, Tensor other) {
    if (other.dtype() != dtype) {
      throw Tensor.mixed(operation, dtype, other.dtype());
    }
  }
}
