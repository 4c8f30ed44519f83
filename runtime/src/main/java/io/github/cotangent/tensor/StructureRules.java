package io.github.cotangent.tensor;

import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

/** The derivatives of what takes a tensor apart, or gives it another shape. */
public final class StructureRules {

  private StructureRules() {}

  /** {@code dself[index] += dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "at(int... index)",
      names = {"index", "dResult", "dself"})
  public static void atPullback(int[] index, double dResult, TensorAdjoint dself) {
    dself.addAt(Structure.offset(dself.shape(), index), dResult);
  }

  /** {@code selfDot[index]}. */
  @TangentOf(
      type = Tensor.class,
      method = "at(int... index)",
      names = {"selfDot", "index"})
  public static double atTangent(Tensor selfDot, int[] index) {
    return selfDot.at(index);
  }

  /** {@code dself += dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "item()",
      names = {"dResult", "dself"})
  public static void itemPullback(double dResult, TensorAdjoint dself) {
    dself.addAt(0, dResult);
  }

  /** {@code selfDot}. */
  @TangentOf(type = Tensor.class, method = "item()", names = "selfDot")
  public static double itemTangent(Tensor selfDot) {
    return selfDot.item();
  }

  /** {@code dself += dResult}, in the old shape. */
  @PullbackOf(
      type = Tensor.class,
      method = "reshape(int... sizes)",
      names = {"dResult", "dself"})
  public static void reshapePullback(TensorAdjoint dResult, TensorAdjoint dself) {
    dself.add(dResult.freeze().reshape(dself.shape().sizes()));
  }

  /** {@code selfDot}, in the new shape. */
  @TangentOf(
      type = Tensor.class,
      method = "reshape(int... sizes)",
      names = {"selfDot", "sizes"})
  public static Tensor reshapeTangent(Tensor selfDot, int[] sizes) {
    return selfDot.reshape(sizes);
  }

  /** {@code dself += dResult'}. */
  @PullbackOf(
      type = Tensor.class,
      method = "transpose()",
      names = {"dResult", "dself"})
  public static void transposePullback(TensorAdjoint dResult, TensorAdjoint dself) {
    dself.add(dResult.freeze().transpose());
  }

  /** {@code selfDot'}. */
  @TangentOf(type = Tensor.class, method = "transpose()", names = "selfDot")
  public static Tensor transposeTangent(Tensor selfDot) {
    return selfDot.transpose();
  }

  /** {@code dself += dResult}, the axes in the old order. */
  @PullbackOf(
      type = Tensor.class,
      method = "permute(int... order)",
      names = {"order", "dResult", "dself"})
  public static void permutePullback(int[] order, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.add(dResult.freeze().permute(Structure.inverse(order)));
  }

  /** {@code selfDot}, the axes in the new order. */
  @TangentOf(
      type = Tensor.class,
      method = "permute(int... order)",
      names = {"selfDot", "order"})
  public static Tensor permuteTangent(Tensor selfDot, int[] order) {
    return selfDot.permute(order);
  }

  /** {@code dself[from..to] += dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "slice(int axis, int from, int to)",
      names = {"axis", "from", "dResult", "dself"})
  public static void slicePullback(int axis, int from, TensorAdjoint dResult, TensorAdjoint dself) {
    Structure.addSlice(dself, axis, from, dResult.freeze());
  }

  /** {@code selfDot[from..to]}. */
  @TangentOf(
      type = Tensor.class,
      method = "slice(int axis, int from, int to)",
      names = {"selfDot", "axis", "from", "to"})
  public static Tensor sliceTangent(Tensor selfDot, int axis, int from, int to) {
    return selfDot.slice(axis, from, to);
  }

  /** {@code dself[i] += dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "index(int axis, int i)",
      names = {"axis", "i", "dResult", "dself"})
  public static void indexPullback(int axis, int i, TensorAdjoint dResult, TensorAdjoint dself) {
    Structure.addIndex(dself, axis, i, dResult.freeze());
  }

  /** {@code selfDot[i]}. */
  @TangentOf(
      type = Tensor.class,
      method = "index(int axis, int i)",
      names = {"selfDot", "axis", "i"})
  public static Tensor indexTangent(Tensor selfDot, int axis, int i) {
    return selfDot.index(axis, i);
  }

  /** {@code dself[rows[i]] += dResult[i]}, for each i in turn. */
  @PullbackOf(
      type = Tensor.class,
      method = "gather(int... rows)",
      names = {"rows", "dResult", "dself"})
  public static void gatherPullback(int[] rows, TensorAdjoint dResult, TensorAdjoint dself) {
    Structure.addGathered(dself, rows, dResult.freeze());
  }

  /** {@code selfDot[rows]}. */
  @TangentOf(
      type = Tensor.class,
      method = "gather(int... rows)",
      names = {"selfDot", "rows"})
  public static Tensor gatherTangent(Tensor selfDot, int[] rows) {
    return selfDot.gather(rows);
  }

  /** {@code dself += Σ dResult} along the repeated axes. */
  @PullbackOf(
      type = Tensor.class,
      method = "broadcastTo(int... sizes)",
      names = {"dResult", "dself"})
  public static void broadcastToPullback(TensorAdjoint dResult, TensorAdjoint dself) {
    dself.add(dResult.freeze());
  }

  /** {@code selfDot}, repeated. */
  @TangentOf(
      type = Tensor.class,
      method = "broadcastTo(int... sizes)",
      names = {"selfDot", "sizes"})
  public static Tensor broadcastToTangent(Tensor selfDot, int[] sizes) {
    return selfDot.broadcastTo(sizes);
  }

  /** {@code dself += dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "toDoubles()",
      names = {"dResult", "dself"})
  public static void toDoublesPullback(double[] dResult, TensorAdjoint dself) {
    dself.add(Tensors.of(dResult, dself.shape().sizes()).to(dself.dtype()));
  }

  /** {@code selfDot}, as an array. */
  @TangentOf(type = Tensor.class, method = "toDoubles()", names = "selfDot")
  public static double[] toDoublesTangent(Tensor selfDot) {
    return selfDot.toDoubles();
  }

  /** {@code dself += dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "toFloats()",
      names = {"dResult", "dself"})
  public static void toFloatsPullback(float[] dResult, TensorAdjoint dself) {
    dself.add(Tensors.of(dResult, dself.shape().sizes()).to(dself.dtype()));
  }

  /** {@code selfDot}, as an array. */
  @TangentOf(type = Tensor.class, method = "toFloats()", names = "selfDot")
  public static float[] toFloatsTangent(Tensor selfDot) {
    return selfDot.toFloats();
  }
}
