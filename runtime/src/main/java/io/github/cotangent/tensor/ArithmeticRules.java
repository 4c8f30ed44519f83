package io.github.cotangent.tensor;

import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;
import io.github.cotangent.tensor.kernels.BinaryOp;

/** The derivatives of a tensor's arithmetic. */
public final class ArithmeticRules {

  private ArithmeticRules() {}

  /** {@code dself += dResult, dother += dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "plus(Tensor other)",
      names = {"dResult", "dself", "dother"})
  public static void plusPullback(
      TensorAdjoint dResult, TensorAdjoint dself, TensorAdjoint dother) {
    Tensor g = dResult.freeze();
    dself.add(g);
    dother.add(g);
  }

  /** {@code selfDot + otherDot}. */
  @TangentOf(
      type = Tensor.class,
      method = "plus(Tensor other)",
      names = {"selfDot", "otherDot"})
  public static Tensor plusTangent(Tensor selfDot, Tensor otherDot) {
    return selfDot.plus(otherDot);
  }

  /** {@code dself += dResult, dother -= dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "minus(Tensor other)",
      names = {"dResult", "dself", "dother"})
  public static void minusPullback(
      TensorAdjoint dResult, TensorAdjoint dself, TensorAdjoint dother) {
    Tensor g = dResult.freeze();
    dself.add(g);
    dother.add(-1, g);
  }

  /** {@code selfDot - otherDot}. */
  @TangentOf(
      type = Tensor.class,
      method = "minus(Tensor other)",
      names = {"selfDot", "otherDot"})
  public static Tensor minusTangent(Tensor selfDot, Tensor otherDot) {
    return selfDot.minus(otherDot);
  }

  /** {@code dself += dResult · other, dother += dResult · self}. */
  @PullbackOf(
      type = Tensor.class,
      method = "times(Tensor other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  public static void timesPullback(
      Tensor self, Tensor other, TensorAdjoint dResult, TensorAdjoint dself, TensorAdjoint dother) {
    Tensor g = dResult.freeze();
    dself.addProduct(g, other);
    dother.addProduct(g, self);
  }

  /** {@code selfDot · other + self · otherDot}. */
  @TangentOf(
      type = Tensor.class,
      method = "times(Tensor other)",
      names = {"self", "other", "selfDot", "otherDot"})
  public static Tensor timesTangent(Tensor self, Tensor other, Tensor selfDot, Tensor otherDot) {
    return selfDot.times(other).plus(self.times(otherDot));
  }

  /** {@code dself += dResult / other, dother -= dResult · self / other²}. */
  @PullbackOf(
      type = Tensor.class,
      method = "dividedBy(Tensor other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  public static void dividedByPullback(
      Tensor self, Tensor other, TensorAdjoint dResult, TensorAdjoint dself, TensorAdjoint dother) {
    Tensor g = dResult.freeze();
    dself.addPartial(BinaryOp.DIVIDE, 0, g, self, other);
    dother.addPartial(BinaryOp.DIVIDE, 1, g, self, other);
  }

  /** {@code selfDot / other - self · otherDot / other²}. */
  @TangentOf(
      type = Tensor.class,
      method = "dividedBy(Tensor other)",
      names = {"self", "other", "selfDot", "otherDot"})
  public static Tensor dividedByTangent(
      Tensor self, Tensor other, Tensor selfDot, Tensor otherDot) {
    return partialsTangent(BinaryOp.DIVIDE, self, other, selfDot, otherDot);
  }

  /**
   * {@code dself += dResult · other · self^(other-1), dother += dResult · self^other · log self}.
   */
  @PullbackOf(
      type = Tensor.class,
      method = "pow(Tensor other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  public static void powPullback(
      Tensor self, Tensor other, TensorAdjoint dResult, TensorAdjoint dself, TensorAdjoint dother) {
    Tensor g = dResult.freeze();
    dself.addPartial(BinaryOp.POW, 0, g, self, other);
    dother.addPartial(BinaryOp.POW, 1, g, self, other);
  }

  /** {@code selfDot · other · self^(other-1) + otherDot · self^other · log self}. */
  @TangentOf(
      type = Tensor.class,
      method = "pow(Tensor other)",
      names = {"self", "other", "selfDot", "otherDot"})
  public static Tensor powTangent(Tensor self, Tensor other, Tensor selfDot, Tensor otherDot) {
    return partialsTangent(BinaryOp.POW, self, other, selfDot, otherDot);
  }

  /** To the larger of the two; half to each where they are equal. */
  @PullbackOf(
      type = Tensor.class,
      method = "maximum(Tensor other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  public static void maximumPullback(
      Tensor self, Tensor other, TensorAdjoint dResult, TensorAdjoint dself, TensorAdjoint dother) {
    Tensor g = dResult.freeze();
    dself.addPartial(BinaryOp.MAX, 0, g, self, other);
    dother.addPartial(BinaryOp.MAX, 1, g, self, other);
  }

  /** The tangent of the larger; the mean of both where they are equal. */
  @TangentOf(
      type = Tensor.class,
      method = "maximum(Tensor other)",
      names = {"self", "other", "selfDot", "otherDot"})
  public static Tensor maximumTangent(Tensor self, Tensor other, Tensor selfDot, Tensor otherDot) {
    return partialsTangent(BinaryOp.MAX, self, other, selfDot, otherDot);
  }

  /** To the smaller of the two; half to each where they are equal. */
  @PullbackOf(
      type = Tensor.class,
      method = "minimum(Tensor other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  public static void minimumPullback(
      Tensor self, Tensor other, TensorAdjoint dResult, TensorAdjoint dself, TensorAdjoint dother) {
    Tensor g = dResult.freeze();
    dself.addPartial(BinaryOp.MIN, 0, g, self, other);
    dother.addPartial(BinaryOp.MIN, 1, g, self, other);
  }

  /** The tangent of the smaller; the mean of both where they are equal. */
  @TangentOf(
      type = Tensor.class,
      method = "minimum(Tensor other)",
      names = {"self", "other", "selfDot", "otherDot"})
  public static Tensor minimumTangent(Tensor self, Tensor other, Tensor selfDot, Tensor otherDot) {
    return partialsTangent(BinaryOp.MIN, self, other, selfDot, otherDot);
  }

  /** {@code dself += 2 · dResult · (self - other)}, and the negative of it to {@code dother}. */
  @PullbackOf(
      type = Tensor.class,
      method = "squaredDifference(Tensor other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  public static void squaredDifferencePullback(
      Tensor self, Tensor other, TensorAdjoint dResult, TensorAdjoint dself, TensorAdjoint dother) {
    Tensor g = dResult.freeze();
    dself.addPartial(BinaryOp.SQUARED_DIFFERENCE, 0, g, self, other);
    dother.addPartial(BinaryOp.SQUARED_DIFFERENCE, 1, g, self, other);
  }

  /** {@code 2 · (self - other) · (selfDot - otherDot)}. */
  @TangentOf(
      type = Tensor.class,
      method = "squaredDifference(Tensor other)",
      names = {"self", "other", "selfDot", "otherDot"})
  public static Tensor squaredDifferenceTangent(
      Tensor self, Tensor other, Tensor selfDot, Tensor otherDot) {
    return partialsTangent(BinaryOp.SQUARED_DIFFERENCE, self, other, selfDot, otherDot);
  }

  private static Tensor partialsTangent(
      BinaryOp op, Tensor self, Tensor other, Tensor selfDot, Tensor otherDot) {
    Shape shape = self.dims().broadcastWith(op.method(), other.dims());
    TensorAdjoint dot = new TensorAdjoint(self.dtype(), shape, false);
    dot.addPartial(op, 0, selfDot, self, other);
    dot.addPartial(op, 1, otherDot, self, other);
    return dot.freeze();
  }

  /** {@code dself += dResult, dk = Σ dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "plus(double k)",
      names = {"dResult", "dself"})
  public static double plusPullback(TensorAdjoint dResult, TensorAdjoint dself) {
    Tensor g = dResult.freeze();
    dself.add(g);
    return g.sum();
  }

  /** {@code selfDot + kDot}. */
  @TangentOf(
      type = Tensor.class,
      method = "plus(double k)",
      names = {"selfDot", "kDot"})
  public static Tensor plusTangent(Tensor selfDot, double kDot) {
    return selfDot.plus(kDot);
  }

  /** {@code dself += dResult, dk = -Σ dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "minus(double k)",
      names = {"dResult", "dself"})
  public static double minusPullback(TensorAdjoint dResult, TensorAdjoint dself) {
    Tensor g = dResult.freeze();
    dself.add(g);
    return -g.sum();
  }

  /** {@code selfDot - kDot}. */
  @TangentOf(
      type = Tensor.class,
      method = "minus(double k)",
      names = {"selfDot", "kDot"})
  public static Tensor minusTangent(Tensor selfDot, double kDot) {
    return selfDot.minus(kDot);
  }

  /** {@code dself += k · dResult, dk = Σ dResult · self}. */
  @PullbackOf(
      type = Tensor.class,
      method = "times(double k)",
      names = {"self", "k", "dResult", "dself"})
  public static double timesPullback(
      Tensor self, double k, TensorAdjoint dResult, TensorAdjoint dself) {
    Tensor g = dResult.freeze();
    dself.add(k, g);
    return g.dot(self);
  }

  /** {@code k · selfDot + kDot · self}. */
  @TangentOf(
      type = Tensor.class,
      method = "times(double k)",
      names = {"self", "k", "selfDot", "kDot"})
  public static Tensor timesTangent(Tensor self, double k, Tensor selfDot, double kDot) {
    return selfDot.times(k).plus(self.times(kDot));
  }

  /** {@code dself += dResult / k, dk = -Σ dResult · self / k²}. */
  @PullbackOf(
      type = Tensor.class,
      method = "dividedBy(double k)",
      names = {"self", "k", "dResult", "dself"})
  public static double dividedByPullback(
      Tensor self, double k, TensorAdjoint dResult, TensorAdjoint dself) {
    Tensor g = dResult.freeze();
    dself.add(1 / k, g);
    return -g.dot(self) / (k * k);
  }

  /** {@code selfDot / k - kDot · self / k²}. */
  @TangentOf(
      type = Tensor.class,
      method = "dividedBy(double k)",
      names = {"self", "k", "selfDot", "kDot"})
  public static Tensor dividedByTangent(Tensor self, double k, Tensor selfDot, double kDot) {
    return selfDot.dividedBy(k).minus(self.times(kDot / (k * k)));
  }

  /** {@code dself -= dResult}. */
  @PullbackOf(
      type = Tensor.class,
      method = "negate()",
      names = {"dResult", "dself"})
  public static void negatePullback(TensorAdjoint dResult, TensorAdjoint dself) {
    dself.add(-1, dResult.freeze());
  }

  /** {@code -selfDot}. */
  @TangentOf(type = Tensor.class, method = "negate()", names = "selfDot")
  public static Tensor negateTangent(Tensor selfDot) {
    return selfDot.negate();
  }
}
