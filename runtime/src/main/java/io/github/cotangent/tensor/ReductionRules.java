package io.github.cotangent.tensor;

import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

/** The derivatives of a tensor's reductions. */
public final class ReductionRules {

  private ReductionRules() {}

  /** {@code dself += dResult}, everywhere. */
  @PullbackOf(
      type = Tensor.class,
      method = "sum()",
      names = {"dResult", "dself"})
  public static void sumPullback(double dResult, TensorAdjoint dself) {
    dself.addEverywhere(dResult);
  }

  /** {@code Σ selfDot}. */
  @TangentOf(type = Tensor.class, method = "sum()", names = "selfDot")
  public static double sumTangent(Tensor selfDot) {
    return selfDot.sum();
  }

  /** {@code dself += dResult / n}, everywhere. */
  @PullbackOf(
      type = Tensor.class,
      method = "mean()",
      names = {"dResult", "dself"})
  public static void meanPullback(double dResult, TensorAdjoint dself) {
    dself.addEverywhere(dResult / dself.shape().size());
  }

  /** {@code Σ selfDot / n}. */
  @TangentOf(type = Tensor.class, method = "mean()", names = "selfDot")
  public static double meanTangent(Tensor selfDot) {
    return selfDot.mean();
  }

  /** {@code dself += dResult}, broadcast along the axes. */
  @PullbackOf(
      type = Tensor.class,
      method = "sum(Axes axes)",
      names = {"axes", "dResult", "dself"})
  public static void sumPullback(Axes axes, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.add(Reductions.kept(dResult, dself.shape(), axes));
  }

  /** {@code Σ selfDot}. */
  @TangentOf(
      type = Tensor.class,
      method = "sum(Axes axes)",
      names = {"axes", "selfDot"})
  public static Tensor sumTangent(Axes axes, Tensor selfDot) {
    return selfDot.sum(axes);
  }

  /** {@code dself += dResult / n}, broadcast along the axes. */
  @PullbackOf(
      type = Tensor.class,
      method = "mean(Axes axes)",
      names = {"axes", "dResult", "dself"})
  public static void meanPullback(Axes axes, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.add(
        1 / Reductions.count(dself.shape(), axes), Reductions.kept(dResult, dself.shape(), axes));
  }

  /** {@code Σ selfDot / n}. */
  @TangentOf(
      type = Tensor.class,
      method = "mean(Axes axes)",
      names = {"axes", "selfDot"})
  public static Tensor meanTangent(Axes axes, Tensor selfDot) {
    return selfDot.mean(axes);
  }

  /** To the largest elements, in equal parts. */
  @PullbackOf(
      type = Tensor.class,
      method = "max(Axes axes)",
      names = {"self", "axes", "result", "dResult", "dself"})
  public static void maxPullback(
      Tensor self, Axes axes, Tensor result, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.addProduct(
        Reductions.kept(dResult, dself.shape(), axes), Reductions.shares(self, axes, result));
  }

  /** The mean tangent of the largest elements. */
  @TangentOf(
      type = Tensor.class,
      method = "max(Axes axes)",
      names = {"self", "axes", "result", "selfDot"})
  public static Tensor maxTangent(Tensor self, Axes axes, Tensor result, Tensor selfDot) {
    return selfDot.times(Reductions.shares(self, axes, result)).sum(axes);
  }

  /** {@code dself += dResult · exp(self - result)}. */
  @PullbackOf(
      type = Tensor.class,
      method = "logSumExp(Axes axes)",
      names = {"self", "axes", "result", "dResult", "dself"})
  public static void logSumExpPullback(
      Tensor self, Axes axes, Tensor result, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.addProduct(
        Reductions.kept(dResult, dself.shape(), axes), Reductions.weights(self, axes, result));
  }

  /** {@code Σ selfDot · exp(self - result)}. */
  @TangentOf(
      type = Tensor.class,
      method = "logSumExp(Axes axes)",
      names = {"self", "axes", "result", "selfDot"})
  public static Tensor logSumExpTangent(Tensor self, Axes axes, Tensor result, Tensor selfDot) {
    return selfDot.times(Reductions.weights(self, axes, result)).sum(axes);
  }
}
