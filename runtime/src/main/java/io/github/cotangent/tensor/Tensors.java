package io.github.cotangent.tensor;

import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;
import io.github.cotangent.tensor.kernels.ArrayKernels;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/**
 * Makes tensors: from nothing, from arrays, and from other tensors. The derivatives stand beside
 * the methods.
 */
public final class Tensors {

  private Tensors() {}

  private static Tensor filled(DType dtype, Shape shape, IntToDoubleFunction value) {
    ArrayKernels<Object> arrays = dtype.kernels().arrays();
    Object values = arrays.zeros(shape.size());
    for (int i = 0; i < shape.size(); i++) {
      arrays.set(values, i, value.applyAsDouble(i));
    }
    return new Tensor(dtype, shape, values);
  }

  /**
   * Zeros.
   *
   * @param dtype the type of the elements
   * @param shape the sizes of the axes
   * @return a tensor
   */
  @NonDifferentiable
  public static Tensor zeros(DType dtype, int... shape) {
    Shape s = Shape.of(shape);
    return new Tensor(dtype, s, dtype.kernels().arrays().zeros(s.size()));
  }

  /**
   * The same number everywhere.
   *
   * @param dtype the type of the elements
   * @param value the number
   * @param shape the sizes of the axes
   * @return a tensor
   */
  public static Tensor full(DType dtype, double value, int... shape) {
    return filled(dtype, Shape.of(shape), i -> value);
  }

  /** {@code dvalue = Σ dResult}. */
  @PullbackOf(method = "full(DType dtype, double value, int... shape)", names = "dResult")
  public static double fullPullback(TensorAdjoint dResult) {
    return dResult.freeze().sum();
  }

  /** {@code valueDot} everywhere. */
  @TangentOf(
      method = "full(DType dtype, double value, int... shape)",
      names = {"dtype", "valueDot", "shape"})
  public static Tensor fullTangent(DType dtype, double valueDot, int[] shape) {
    return full(dtype, valueDot, shape);
  }

  /**
   * The identity matrix.
   *
   * @param dtype the type of the elements
   * @param n its rows and columns
   * @return a tensor of shape (n, n)
   */
  @NonDifferentiable
  public static Tensor eye(DType dtype, int n) {
    return filled(dtype, Shape.of(n, n), i -> i / n == i % n ? 1 : 0);
  }

  /**
   * The numbers 0, 1, … n - 1.
   *
   * @param dtype the type of the elements
   * @param n how many
   * @return a tensor of shape (n,)
   */
  @NonDifferentiable
  public static Tensor range(DType dtype, int n) {
    return filled(dtype, Shape.of(n), i -> i);
  }

  /**
   * Numbers of the standard normal distribution, always the same for the same seed. Those of type
   * {@code float} are those of type {@code double}, rounded.
   *
   * @param dtype the type of the elements
   * @param seed the seed
   * @param shape the sizes of the axes
   * @return a tensor
   */
  @NonDifferentiable
  public static Tensor normal(DType dtype, long seed, int... shape) {
    Random random = new Random(seed);
    return filled(dtype, Shape.of(shape), i -> random.nextGaussian());
  }

  /**
   * Numbers that are uniform between two bounds, always the same for the same seed.
   *
   * @param dtype the type of the elements
   * @param seed the seed
   * @param low the lower bound, inclusive
   * @param high the upper bound, exclusive but for rounding
   * @param shape the sizes of the axes
   * @return a tensor
   */
  public static Tensor uniform(DType dtype, long seed, double low, double high, int... shape) {
    Random random = new Random(seed);
    return filled(dtype, Shape.of(shape), i -> low + (high - low) * random.nextDouble());
  }

  /**
   * For each class a row with a 1 at its place: what softmaxCrossEntropy takes as targets.
   *
   * @param dtype the type of the elements
   * @param classes numbers from 0 to count - 1
   * @param count how many classes there are
   * @return a tensor of shape (classes.length, count)
   */
  @NonDifferentiable
  public static Tensor oneHot(DType dtype, int[] classes, int count) {
    Tensor rows = zeros(dtype, classes.length, count);
    for (int i = 0; i < classes.length; i++) {
      if (classes[i] < 0 || classes[i] >= count) {
        throw new IllegalArgumentException(
            "oneHot: the class " + classes[i] + " is not one of " + count);
      }
      dtype.kernels().arrays().set(rows.storage(), i * count + classes[i], 1);
    }
    return rows;
  }

  /**
   * A single number.
   *
   * @param dtype the type of the element
   * @param value the number
   * @return a tensor of shape ()
   */
  public static Tensor scalar(DType dtype, double value) {
    return filled(dtype, Shape.SCALAR, i -> value);
  }

  /** {@code dvalue = dResult}. */
  @PullbackOf(
      method = "scalar(DType dtype, double value)",
      names = {"dResult"})
  public static double scalarPullback(TensorAdjoint dResult) {
    return dResult.freeze().item();
  }

  /** {@code valueDot}, as a tensor. */
  @TangentOf(
      method = "scalar(DType dtype, double value)",
      names = {"dtype", "valueDot"})
  public static Tensor scalarTangent(DType dtype, double valueDot) {
    return scalar(dtype, valueDot);
  }

  /**
   * A vector.
   *
   * @param values the elements, which are copied
   * @return a tensor of shape (values.length,)
   */
  public static Tensor vector(double... values) {
    return of(values, values.length);
  }

  /** {@code dvalues += dResult}. */
  @PullbackOf(
      method = "vector(double... values)",
      names = {"dResult", "dvalues"})
  public static void vectorPullback(TensorAdjoint dResult, double[] dvalues) {
    ofPullback(dResult, dvalues);
  }

  /** {@code valuesDot}, as a tensor. */
  @TangentOf(method = "vector(double... values)", names = "valuesDot")
  public static Tensor vectorTangent(double[] valuesDot) {
    return vector(valuesDot);
  }

  /**
   * A tensor of double precision.
   *
   * @param values the elements, row-major; they are copied
   * @param shape the sizes of the axes
   * @return a tensor
   */
  public static Tensor of(double[] values, int... shape) {
    return new Tensor(DType.DOUBLE, fitting(values.length, shape), values.clone());
  }

  /** {@code dvalues += dResult}. */
  @PullbackOf(
      method = "of(double[] values, int... shape)",
      names = {"dResult", "dvalues"})
  public static void ofPullback(TensorAdjoint dResult, double[] dvalues) {
    double[] g = dResult.freeze().toDoubles();
    for (int i = 0; i < g.length; i++) {
      dvalues[i] += g[i];
    }
  }

  /** {@code valuesDot}, as a tensor. */
  @TangentOf(
      method = "of(double[] values, int... shape)",
      names = {"valuesDot", "shape"})
  public static Tensor ofTangent(double[] valuesDot, int[] shape) {
    return of(valuesDot, shape);
  }

  /**
   * A tensor of single precision.
   *
   * @param values the elements, row-major; they are copied
   * @param shape the sizes of the axes
   * @return a tensor
   */
  public static Tensor of(float[] values, int... shape) {
    return new Tensor(DType.FLOAT, fitting(values.length, shape), values.clone());
  }

  /** {@code dvalues += dResult}. */
  @PullbackOf(
      method = "of(float[] values, int... shape)",
      names = {"dResult", "dvalues"})
  public static void ofPullback(TensorAdjoint dResult, float[] dvalues) {
    float[] g = dResult.freeze().toFloats();
    for (int i = 0; i < g.length; i++) {
      dvalues[i] += g[i];
    }
  }

  /** {@code valuesDot}, as a tensor. */
  @TangentOf(
      method = "of(float[] values, int... shape)",
      names = {"valuesDot", "shape"})
  public static Tensor ofTangent(float[] valuesDot, int[] shape) {
    return of(valuesDot, shape);
  }

  private static Shape fitting(int length, int[] sizes) {
    Shape shape = Shape.of(sizes);
    if (shape.size() != length) {
      throw Shape.of(length).mismatch("of", shape, "have different sizes");
    }
    return shape;
  }

  /**
   * Tensors one behind the other.
   *
   * @param axis the axis along which they are joined; the others are of the same sizes
   * @param parts the tensors, at least one
   * @return a tensor
   */
  public static Tensor concat(int axis, Tensor... parts) {
    return Structure.concat("concat", axis, parts);
  }

  /** Each part takes its slice of {@code dResult}. */
  @PullbackOf(
      method = "concat(int axis, Tensor... parts)",
      names = {"axis", "dResult", "dparts"})
  public static void concatPullback(int axis, TensorAdjoint dResult, TensorAdjoint[] dparts) {
    Tensor g = dResult.freeze();
    int a = g.dims().axis("concat", axis);
    int at = 0;
    for (TensorAdjoint dpart : dparts) {
      int length = dpart.shape().size(a);
      dpart.add(g.slice(a, at, at + length));
      at += length;
    }
  }

  /** The tangents, one behind the other. */
  @TangentOf(
      method = "concat(int axis, Tensor... parts)",
      names = {"axis", "partsDot"})
  public static Tensor concatTangent(int axis, Tensor[] partsDot) {
    return concat(axis, partsDot);
  }

  /**
   * Tensors of the same shape along a new axis.
   *
   * @param axis the place of the new axis
   * @param parts the tensors, at least one
   * @return a tensor with one axis more
   */
  public static Tensor stack(int axis, Tensor... parts) {
    Tensor[] expanded = new Tensor[parts.length];
    for (int i = 0; i < parts.length; i++) {
      parts[0].dims().requireSame("stack", parts[i].dims());
      expanded[i] = Structure.expanded(parts[i], axis);
    }
    return Structure.concat("stack", axis, expanded);
  }

  /** Each part takes its element of {@code dResult}. */
  @PullbackOf(
      method = "stack(int axis, Tensor... parts)",
      names = {"axis", "dResult", "dparts"})
  public static void stackPullback(int axis, TensorAdjoint dResult, TensorAdjoint[] dparts) {
    Tensor g = dResult.freeze();
    for (int i = 0; i < dparts.length; i++) {
      dparts[i].add(g.index(axis, i));
    }
  }

  /** The tangents along a new axis. */
  @TangentOf(
      method = "stack(int axis, Tensor... parts)",
      names = {"axis", "partsDot"})
  public static Tensor stackTangent(int axis, Tensor[] partsDot) {
    return stack(axis, partsDot);
  }

  /**
   * Chooses element by element, with broadcasting.
   *
   * @param mask what decides; a constant to derivatives
   * @param a what is taken where the mask is not 0
   * @param b what is taken where it is 0
   * @return a tensor
   */
  public static Tensor where(@NonDifferentiable Tensor mask, Tensor a, Tensor b) {
    return Elementwise.where(mask, a, b);
  }

  /** {@code da += dResult} where the mask is not 0, {@code db += dResult} where it is. */
  @PullbackOf(
      method = "where(Tensor mask, Tensor a, Tensor b)",
      names = {"mask", "dResult", "da", "db"})
  public static void wherePullback(
      Tensor mask, TensorAdjoint dResult, TensorAdjoint da, TensorAdjoint db) {
    Tensor g = dResult.freeze();
    da.addWhere(mask, true, g);
    db.addWhere(mask, false, g);
  }

  /** Chooses between the tangents. */
  @TangentOf(
      method = "where(Tensor mask, Tensor a, Tensor b)",
      names = {"mask", "aDot", "bDot"})
  public static Tensor whereTangent(Tensor mask, Tensor aDot, Tensor bDot) {
    return where(mask, aDot, bDot);
  }
}
