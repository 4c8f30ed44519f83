package io.github.cotangent.tensor;

import io.github.cotangent.DifferentiableType;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.UseDerivatives;
import io.github.cotangent.tensor.kernels.BinaryOp;
import io.github.cotangent.tensor.kernels.Kernels;
import io.github.cotangent.tensor.kernels.Layouts;
import io.github.cotangent.tensor.kernels.UnaryOp;

/**
 * A dense, row-major array of any number of axes, of {@code double} or {@code float}. It never
 * changes; every operation gives a new tensor. Tensors are made by {@link Tensors}.
 *
 * <p>Operations of two tensors broadcast as NumPy's do: shapes are aligned at their last axes, and
 * an axis of size 1 is repeated as often as the other needs it. Shapes that do not fit are an
 * {@code IllegalArgumentException} that names the operation and both shapes. Tensors of different
 * types do not mix: {@link #to} converts.
 *
 * <p>The derivative of each operation stands in one of the classes that {@code @UseDerivatives}
 * names. Two tensors are equal only if they are the same object.
 */
@UseDerivatives({
  ArithmeticRules.class,
  FunctionRules.class,
  ReductionRules.class,
  StructureRules.class,
  MatrixRules.class
})
public final class Tensor implements DifferentiableType<Tensor, TensorAdjoint> {

  private final DType dtype;
  private final Shape shape;
  private final Object storage;

  /** What products with this on the right keep; null until the first of them. */
  private Layouts layouts;

  Tensor(DType dtype, Shape shape, Object storage) {
    this.dtype = dtype;
    this.shape = shape;
    this.storage = storage;
  }

  Shape dims() {
    return shape;
  }

  Object storage() {
    return storage;
  }

  /** What products with this on the right keep. (Which of two threads makes it does not matter.) */
  Layouts layouts() {
    Layouts kept = layouts;
    if (kept == null) {
      kept = new Layouts();
      layouts = kept;
    }
    return kept;
  }

  Kernels<Object> kernels() {
    return dtype.kernels();
  }

  void requireType(String operation, Tensor other) {
    if (dtype != other.dtype) {
      throw mixed(operation, dtype, other.dtype);
    }
  }

  static IllegalArgumentException mixed(String operation, DType a, DType b) {
    return new IllegalArgumentException(
        operation + ": tensors of " + a + " and " + b + " do not mix; convert one with to()");
  }

  // Differentiability

  @Override
  public TensorAdjoint accumulator() {
    return new TensorAdjoint(dtype, shape, false);
  }

  @Override
  public TensorAdjoint discarding() {
    return new TensorAdjoint(dtype, shape, true);
  }

  @Override
  public Tensor copy() {
    return new Tensor(dtype, shape, storage);
  }

  /**
   * A copy of this tensor, as a constant: no derivative flows through it.
   *
   * @return a new tensor with the same elements
   */
  @NonDifferentiable
  public Tensor stopGradient() {
    return copy();
  }

  // What it is

  /**
   * The type of the elements.
   *
   * @return {@code DOUBLE} or {@code FLOAT}
   */
  @NonDifferentiable
  public DType dtype() {
    return dtype;
  }

  /**
   * The sizes of the axes.
   *
   * @return a new array
   */
  @NonDifferentiable
  public int[] shape() {
    return shape.sizes().clone();
  }

  /**
   * The number of axes.
   *
   * @return 0 for a single number, 1 for a vector, 2 for a matrix
   */
  @NonDifferentiable
  public int rank() {
    return shape.rank();
  }

  /**
   * The number of elements.
   *
   * @return the product of all sizes
   */
  @NonDifferentiable
  public int size() {
    return shape.size();
  }

  /**
   * The size of an axis.
   *
   * @param axis its number; negative ones are counted from the end
   * @return its size
   */
  @NonDifferentiable
  public int size(int axis) {
    return shape.size(shape.axis("size", axis));
  }

  /**
   * All elements.
   *
   * @return a new array, row-major
   */
  public double[] toDoubles() {
    double[] out = new double[size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = kernels().arrays().get(storage, i);
    }
    return out;
  }

  /**
   * All elements.
   *
   * @return a new array, row-major, rounded if this is of {@code double}
   */
  public float[] toFloats() {
    float[] out = new float[size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) kernels().arrays().get(storage, i);
    }
    return out;
  }

  /**
   * Prints it as NumPy does; of more than 1000 elements only the outer ones.
   *
   * @return some lines
   */
  @Override
  @NonDifferentiable
  public String toString() {
    return new TensorText(this).toString();
  }

  // Elements as numbers

  /**
   * An element.
   *
   * @param index a number for each axis
   * @return the element
   */
  public double at(int... index) {
    return kernels().arrays().get(storage, Structure.offset(shape, index));
  }

  /**
   * The only element.
   *
   * @return the element
   */
  public double item() {
    if (size() != 1) {
      throw new IllegalArgumentException("item: the shape " + shape + " is not that of one number");
    }
    return kernels().arrays().get(storage, 0);
  }

  // Arithmetic, element by element

  /**
   * The sum {@code this + other}.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  public Tensor plus(Tensor other) {
    return Elementwise.binary(BinaryOp.PLUS, this, other);
  }

  /**
   * The difference {@code this - other}.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  public Tensor minus(Tensor other) {
    return Elementwise.binary(BinaryOp.MINUS, this, other);
  }

  /**
   * The product {@code this · other} of the elements; see {@link #matmul} for matrices.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  public Tensor times(Tensor other) {
    return Elementwise.binary(BinaryOp.TIMES, this, other);
  }

  /**
   * The quotient {@code this / other}.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  public Tensor dividedBy(Tensor other) {
    return Elementwise.binary(BinaryOp.DIVIDE, this, other);
  }

  /**
   * The power {@code this^other}, where the exponent may be differentiated, too.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  public Tensor pow(Tensor other) {
    return Elementwise.binary(BinaryOp.POW, this, other);
  }

  /**
   * The larger of two elements. Where they are equal, each has half the derivative.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  public Tensor maximum(Tensor other) {
    return Elementwise.binary(BinaryOp.MAX, this, other);
  }

  /**
   * The smaller of two elements. Where they are equal, each has half the derivative.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  public Tensor minimum(Tensor other) {
    return Elementwise.binary(BinaryOp.MIN, this, other);
  }

  /**
   * The squared difference {@code (this - other)²}.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  public Tensor squaredDifference(Tensor other) {
    return Elementwise.binary(BinaryOp.SQUARED_DIFFERENCE, this, other);
  }

  /**
   * The sum {@code this + k}.
   *
   * @param k a number
   * @return a tensor
   */
  public Tensor plus(double k) {
    return Elementwise.plus(this, k);
  }

  /**
   * The difference {@code this - k}.
   *
   * @param k a number
   * @return a tensor
   */
  public Tensor minus(double k) {
    return Elementwise.plus(this, -k);
  }

  /**
   * The product {@code k · this}.
   *
   * @param k a number
   * @return a tensor
   */
  public Tensor times(double k) {
    return Elementwise.times(this, k);
  }

  /**
   * The quotient {@code this / k}.
   *
   * @param k a number
   * @return a tensor
   */
  public Tensor dividedBy(double k) {
    return Elementwise.times(this, 1 / k);
  }

  /**
   * The negative {@code -this}.
   *
   * @return a tensor
   */
  public Tensor negate() {
    return Elementwise.times(this, -1);
  }

  /**
   * The power {@code this^p} with a constant exponent, also of negative numbers.
   *
   * @param p the exponent; for one that is differentiated see {@link #pow(Tensor)}
   * @return a tensor
   */
  public Tensor pow(double p) {
    return Elementwise.pow(this, p);
  }

  /**
   * Keeps within bounds: {@code min(max(this, low), high)}. The derivative is 1 between the bounds,
   * and ½ at a bound.
   *
   * @param low the lower bound, a constant
   * @param high the upper bound, a constant
   * @return a tensor
   */
  public Tensor clip(double low, double high) {
    return Elementwise.clip(this, low, high);
  }

  // Comparisons: 1 where they hold, else 0; of derivative zero

  /**
   * 1 where this &gt; other, else 0.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  @NonDifferentiable
  public Tensor greater(Tensor other) {
    return Elementwise.binary(BinaryOp.GREATER, this, other);
  }

  /**
   * 1 where this ≥ other, else 0.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  @NonDifferentiable
  public Tensor greaterOrEqual(Tensor other) {
    return Elementwise.binary(BinaryOp.GREATER_EQUAL, this, other);
  }

  /**
   * 1 where this &lt; other, else 0.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  @NonDifferentiable
  public Tensor less(Tensor other) {
    return Elementwise.binary(BinaryOp.LESS, this, other);
  }

  /**
   * 1 where this ≤ other, else 0.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  @NonDifferentiable
  public Tensor lessOrEqual(Tensor other) {
    return Elementwise.binary(BinaryOp.LESS_EQUAL, this, other);
  }

  /**
   * 1 where this = other, else 0.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  @NonDifferentiable
  public Tensor equalTo(Tensor other) {
    return Elementwise.binary(BinaryOp.EQUAL, this, other);
  }

  /**
   * 1 where this ≠ other, else 0.
   *
   * @param other a tensor of the same type, broadcast against this
   * @return a tensor
   */
  @NonDifferentiable
  public Tensor notEqualTo(Tensor other) {
    return Elementwise.binary(BinaryOp.NOT_EQUAL, this, other);
  }

  // Functions, element by element

  /**
   * {@code e^this}.
   *
   * @return a tensor
   */
  public Tensor exp() {
    return Elementwise.unary(UnaryOp.EXP, this);
  }

  /**
   * The natural logarithm.
   *
   * @return a tensor
   */
  public Tensor log() {
    return Elementwise.unary(UnaryOp.LOG, this);
  }

  /**
   * The hyperbolic tangent.
   *
   * @return a tensor
   */
  public Tensor tanh() {
    return Elementwise.unary(UnaryOp.TANH, this);
  }

  /**
   * The logistic function {@code 1 / (1 + e^-this)}.
   *
   * @return a tensor
   */
  public Tensor sigmoid() {
    return Elementwise.unary(UnaryOp.SIGMOID, this);
  }

  /**
   * {@code max(this, 0)}; the derivative at 0 is 0.
   *
   * @return a tensor
   */
  public Tensor relu() {
    return Elementwise.unary(UnaryOp.RELU, this);
  }

  /**
   * The square root; its derivative at 0 is ∞.
   *
   * @return a tensor
   */
  public Tensor sqrt() {
    return Elementwise.unary(UnaryOp.SQRT, this);
  }

  /**
   * The absolute value; the derivative at 0 is 0.
   *
   * @return a tensor
   */
  public Tensor abs() {
    return Elementwise.unary(UnaryOp.ABS, this);
  }

  /**
   * The square {@code this²}.
   *
   * @return a tensor
   */
  public Tensor square() {
    return Elementwise.unary(UnaryOp.SQUARE, this);
  }

  /**
   * {@code exp(this) / Σ exp(this)} along the last axis, with the maximum taken off first so that
   * nothing overflows.
   *
   * @return a tensor of the same shape, whose rows have the sum 1
   */
  public Tensor softmax() {
    return Rows.softmax(this);
  }

  /**
   * The same numbers in another type.
   *
   * @param type the new type
   * @return a tensor, rounded if need be
   */
  public Tensor to(DType type) {
    return Elementwise.converted(this, type);
  }

  // Reductions

  /**
   * The sum of all elements.
   *
   * @return a number; 0 if there are none
   */
  public double sum() {
    return kernels().loops().sum(storage);
  }

  /**
   * The mean of all elements.
   *
   * @return a number; NaN if there are none
   */
  public double mean() {
    return sum() / size();
  }

  /**
   * The sum along axes.
   *
   * @param axes which axes, and whether they are kept with size 1
   * @return a tensor
   */
  public Tensor sum(Axes axes) {
    return Reductions.sum("sum", this, axes, 1);
  }

  /**
   * The mean along axes.
   *
   * @param axes which axes, and whether they are kept with size 1
   * @return a tensor
   */
  public Tensor mean(Axes axes) {
    return Reductions.mean(this, axes);
  }

  /**
   * The largest element along axes. Elements that tie share the derivative equally.
   *
   * @param axes which axes, and whether they are kept with size 1
   * @return a tensor
   */
  public Tensor max(Axes axes) {
    return Reductions.max(this, axes);
  }

  /**
   * {@code log Σ exp(this)} along axes, with the maximum taken off first so that nothing overflows.
   *
   * @param axes which axes, and whether they are kept with size 1
   * @return a tensor
   */
  public Tensor logSumExp(Axes axes) {
    return Reductions.logSumExp(this, axes);
  }

  /**
   * Where the largest element along an axis is; the first of those that tie.
   *
   * @param axis the axis; negative ones are counted from the end
   * @return an index for each element of the shape without this axis, row-major
   */
  @NonDifferentiable
  public int[] argmax(int axis) {
    return Reductions.argmax(this, axis);
  }

  // Products

  /**
   * The matrix product, as NumPy's {@code matmul}: over the last axis of this and the last but one
   * of the other; the axes before these are broadcast. A vector on the left is a row, on the right
   * a column.
   *
   * <p>A matrix that is the other one of several products, or of their derivatives, keeps a copy of
   * its elements in the order that the products need, and one of its transpose.
   *
   * @param other a tensor of the same type
   * @return a tensor
   */
  public Tensor matmul(Tensor other) {
    return MatrixProduct.matmul(this, other);
  }

  /**
   * The scalar product: the sum of the products of all elements.
   *
   * @param other a tensor of the same type and shape
   * @return a number
   */
  public double dot(Tensor other) {
    requireType("dot", other);
    shape.requireSame("dot", other.shape);
    return kernels().loops().dot(storage, other.storage);
  }

  /**
   * The outer product of two vectors.
   *
   * @param other a vector of the same type
   * @return a matrix with a row for each element of this
   */
  public Tensor outer(Tensor other) {
    if (rank() != 1 || other.rank() != 1) {
      throw shape.mismatch("outer", other.shape, "are not those of two vectors");
    }
    return Structure.reshape(this, size(), 1).times(other);
  }

  // Shapes

  /**
   * The same elements in another shape.
   *
   * @param sizes the new sizes; one may be -1, for what is left
   * @return a tensor
   */
  public Tensor reshape(int... sizes) {
    return Structure.reshape(this, sizes);
  }

  /**
   * The matrix transposed: the last two axes exchanged.
   *
   * @return a tensor
   */
  public Tensor transpose() {
    return Structure.transpose(this);
  }

  /**
   * The axes in another order.
   *
   * @param order the number of each axis, in the new order
   * @return a tensor
   */
  public Tensor permute(int... order) {
    return Structure.permute(this, order);
  }

  /**
   * The elements from one index to another, along an axis.
   *
   * @param axis the axis; negative ones are counted from the end
   * @param from the first index
   * @param to the index behind the last
   * @return a tensor
   */
  public Tensor slice(int axis, int from, int to) {
    return Structure.slice(this, axis, from, to);
  }

  /**
   * The elements at one index of an axis, which is left out of the shape.
   *
   * @param axis the axis; negative ones are counted from the end
   * @param i the index
   * @return a tensor
   */
  public Tensor index(int axis, int i) {
    return Structure.index(this, axis, i);
  }

  /**
   * Some rows, in any order and any number of times: an embedding.
   *
   * @param rows their indices along the first axis
   * @return a tensor with a row for each
   */
  public Tensor gather(int... rows) {
    return Structure.gather(this, rows);
  }

  /**
   * The tensor repeated along axes of size 1, and new ones in front.
   *
   * @param sizes the shape to broadcast to
   * @return a tensor
   */
  public Tensor broadcastTo(int... sizes) {
    return Structure.broadcastTo(this, sizes);
  }
}
