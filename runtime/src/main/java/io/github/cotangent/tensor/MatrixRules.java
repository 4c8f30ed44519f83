package io.github.cotangent.tensor;

import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

/** The derivatives of a tensor's products. */
public final class MatrixRules {

  private MatrixRules() {}

  /** {@code dself += dResult · other', dother += self' · dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "matmul(Tensor other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  public static void matmulPullback(
      Tensor self, Tensor other, TensorAdjoint dResult, TensorAdjoint dself, TensorAdjoint dother) {
    Tensor g = dResult.freeze();
    MatrixProduct.addByFirst(dself, g, other);
    MatrixProduct.addBySecond(dother, g, self);
  }

  /** {@code selfDot · other + self · otherDot}. */
  @TangentOf(
      type = Tensor.class,
      method = "matmul(Tensor other)",
      names = {"self", "other", "selfDot", "otherDot"})
  public static Tensor matmulTangent(Tensor self, Tensor other, Tensor selfDot, Tensor otherDot) {
    return selfDot.matmul(other).plus(self.matmul(otherDot));
  }

  /** {@code dself += dResult · other, dother += dResult · self}. */
  @PullbackOf(
      type = Tensor.class,
      method = "dot(Tensor other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  public static void dotPullback(
      Tensor self, Tensor other, double dResult, TensorAdjoint dself, TensorAdjoint dother) {
    dself.add(dResult, other);
    dother.add(dResult, self);
  }

  /** {@code selfDot · other + self · otherDot}. */
  @TangentOf(
      type = Tensor.class,
      method = "dot(Tensor other)",
      names = {"self", "other", "selfDot", "otherDot"})
  public static double dotTangent(Tensor self, Tensor other, Tensor selfDot, Tensor otherDot) {
    return selfDot.dot(other) + self.dot(otherDot);
  }

  /** {@code dself += dResult · other, dother += self · dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "outer(Tensor other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  public static void outerPullback(
      Tensor self, Tensor other, TensorAdjoint dResult, TensorAdjoint dself, TensorAdjoint dother) {
    Tensor g = dResult.freeze();
    dself.add(g.matmul(other));
    dother.add(self.matmul(g));
  }

  /** {@code selfDot · other' + self · otherDot'}. */
  @TangentOf(
      type = Tensor.class,
      method = "outer(Tensor other)",
      names = {"self", "other", "selfDot", "otherDot"})
  public static Tensor outerTangent(Tensor self, Tensor other, Tensor selfDot, Tensor otherDot) {
    return selfDot.outer(other).plus(self.outer(otherDot));
  }
}
