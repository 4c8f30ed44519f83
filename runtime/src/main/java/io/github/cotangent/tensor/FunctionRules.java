package io.github.cotangent.tensor;

import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;
import io.github.cotangent.tensor.kernels.UnaryOp;

/** The derivatives of a tensor's functions, element by element and row by row. */
public final class FunctionRules {

  private FunctionRules() {}

  /** {@code dself += dResult · result}. */
  @PullbackOf(
      type = Tensor.class,
      method = "exp()",
      names = {"result", "dResult", "dself"})
  public static void expPullback(Tensor result, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.addDerived(UnaryOp.EXP, dResult.freeze(), result);
  }

  /** {@code selfDot · result}. */
  @TangentOf(
      type = Tensor.class,
      method = "exp()",
      names = {"result", "selfDot"})
  public static Tensor expTangent(Tensor result, Tensor selfDot) {
    return derived(UnaryOp.EXP, selfDot, result);
  }

  /** {@code dself += dResult · 1 / self}. */
  @PullbackOf(
      type = Tensor.class,
      method = "log()",
      names = {"self", "dResult", "dself"})
  public static void logPullback(Tensor self, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.addDerived(UnaryOp.LOG, dResult.freeze(), self);
  }

  /** {@code selfDot · 1 / self}. */
  @TangentOf(
      type = Tensor.class,
      method = "log()",
      names = {"self", "selfDot"})
  public static Tensor logTangent(Tensor self, Tensor selfDot) {
    return derived(UnaryOp.LOG, selfDot, self);
  }

  /** {@code dself += dResult · (1 - result²)}. */
  @PullbackOf(
      type = Tensor.class,
      method = "tanh()",
      names = {"result", "dResult", "dself"})
  public static void tanhPullback(Tensor result, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.addDerived(UnaryOp.TANH, dResult.freeze(), result);
  }

  /** {@code selfDot · (1 - result²)}. */
  @TangentOf(
      type = Tensor.class,
      method = "tanh()",
      names = {"result", "selfDot"})
  public static Tensor tanhTangent(Tensor result, Tensor selfDot) {
    return derived(UnaryOp.TANH, selfDot, result);
  }

  /** {@code dself += dResult · result · (1 - result)}. */
  @PullbackOf(
      type = Tensor.class,
      method = "sigmoid()",
      names = {"result", "dResult", "dself"})
  public static void sigmoidPullback(Tensor result, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.addDerived(UnaryOp.SIGMOID, dResult.freeze(), result);
  }

  /** {@code selfDot · result · (1 - result)}. */
  @TangentOf(
      type = Tensor.class,
      method = "sigmoid()",
      names = {"result", "selfDot"})
  public static Tensor sigmoidTangent(Tensor result, Tensor selfDot) {
    return derived(UnaryOp.SIGMOID, selfDot, result);
  }

  /** {@code dself += dResult · [result > 0]}. */
  @PullbackOf(
      type = Tensor.class,
      method = "relu()",
      names = {"result", "dResult", "dself"})
  public static void reluPullback(Tensor result, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.addDerived(UnaryOp.RELU, dResult.freeze(), result);
  }

  /** {@code selfDot · [result > 0]}. */
  @TangentOf(
      type = Tensor.class,
      method = "relu()",
      names = {"result", "selfDot"})
  public static Tensor reluTangent(Tensor result, Tensor selfDot) {
    return derived(UnaryOp.RELU, selfDot, result);
  }

  /** {@code dself += dResult · 1 / (2 · result)}. */
  @PullbackOf(
      type = Tensor.class,
      method = "sqrt()",
      names = {"result", "dResult", "dself"})
  public static void sqrtPullback(Tensor result, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.addDerived(UnaryOp.SQRT, dResult.freeze(), result);
  }

  /** {@code selfDot · 1 / (2 · result)}. */
  @TangentOf(
      type = Tensor.class,
      method = "sqrt()",
      names = {"result", "selfDot"})
  public static Tensor sqrtTangent(Tensor result, Tensor selfDot) {
    return derived(UnaryOp.SQRT, selfDot, result);
  }

  /** {@code dself += dResult · sign self}. */
  @PullbackOf(
      type = Tensor.class,
      method = "abs()",
      names = {"self", "dResult", "dself"})
  public static void absPullback(Tensor self, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.addDerived(UnaryOp.ABS, dResult.freeze(), self);
  }

  /** {@code selfDot · sign self}. */
  @TangentOf(
      type = Tensor.class,
      method = "abs()",
      names = {"self", "selfDot"})
  public static Tensor absTangent(Tensor self, Tensor selfDot) {
    return derived(UnaryOp.ABS, selfDot, self);
  }

  /** {@code dself += dResult · 2 · self}. */
  @PullbackOf(
      type = Tensor.class,
      method = "square()",
      names = {"self", "dResult", "dself"})
  public static void squarePullback(Tensor self, TensorAdjoint dResult, TensorAdjoint dself) {
    dself.addDerived(UnaryOp.SQUARE, dResult.freeze(), self);
  }

  /** {@code selfDot · 2 · self}. */
  @TangentOf(
      type = Tensor.class,
      method = "square()",
      names = {"self", "selfDot"})
  public static Tensor squareTangent(Tensor self, Tensor selfDot) {
    return derived(UnaryOp.SQUARE, selfDot, self);
  }

  private static Tensor derived(UnaryOp op, Tensor selfDot, Tensor at) {
    TensorAdjoint dot = at.accumulator();
    dot.addDerived(op, selfDot, at);
    return dot.freeze();
  }

  /** {@code dself += dResult · p · self^(p-1)}. */
  @PullbackOf(
      type = Tensor.class,
      method = "pow(double p)",
      names = {"self", "p", "dResult", "dself"},
      constants = "p")
  public static void powPullback(
      Tensor self, double p, TensorAdjoint dResult, TensorAdjoint dself) {
    Elementwise.addPowDerived(dself, dResult.freeze(), self, p);
  }

  /** {@code selfDot · p · self^(p-1)}. */
  @TangentOf(
      type = Tensor.class,
      method = "pow(double p)",
      names = {"self", "p", "selfDot"},
      constants = "p")
  public static Tensor powTangent(Tensor self, double p, Tensor selfDot) {
    TensorAdjoint dot = self.accumulator();
    Elementwise.addPowDerived(dot, selfDot, self, p);
    return dot.freeze();
  }

  /** {@code dself += dResult} within the bounds, half of it at a bound. */
  @PullbackOf(
      type = Tensor.class,
      method = "clip(double low, double high)",
      names = {"self", "low", "high", "dResult", "dself"},
      constants = {"low", "high"})
  public static void clipPullback(
      Tensor self, double low, double high, TensorAdjoint dResult, TensorAdjoint dself) {
    Elementwise.addClipDerived(dself, dResult.freeze(), self, low, high);
  }

  /** {@code selfDot} within the bounds, half of it at a bound. */
  @TangentOf(
      type = Tensor.class,
      method = "clip(double low, double high)",
      names = {"self", "low", "high", "selfDot"},
      constants = {"low", "high"})
  public static Tensor clipTangent(Tensor self, double low, double high, Tensor selfDot) {
    TensorAdjoint dot = self.accumulator();
    Elementwise.addClipDerived(dot, selfDot, self, low, high);
    return dot.freeze();
  }

  /** {@code dself += result · (dResult - Σ dResult · result)}, row by row. */
  @PullbackOf(
      type = Tensor.class,
      method = "softmax()",
      names = {"result", "dResult", "dself"})
  public static void softmaxPullback(Tensor result, TensorAdjoint dResult, TensorAdjoint dself) {
    Rows.addSoftmaxDerived(dself, dResult.freeze(), result);
  }

  /** {@code result · (selfDot - Σ selfDot · result)}: the Jacobian is symmetric. */
  @TangentOf(
      type = Tensor.class,
      method = "softmax()",
      names = {"result", "selfDot"})
  public static Tensor softmaxTangent(Tensor result, Tensor selfDot) {
    TensorAdjoint dot = result.accumulator();
    Rows.addSoftmaxDerived(dot, selfDot, result);
    return dot.freeze();
  }

  /** {@code dself += dResult}, converted back. */
  @PullbackOf(
      type = Tensor.class,
      method = "to(DType type)",
      names = {"dResult", "dself"})
  public static void toPullback(TensorAdjoint dResult, TensorAdjoint dself) {
    dself.add(dResult.freeze().to(dself.dtype()));
  }

  /** {@code selfDot}, converted. */
  @TangentOf(
      type = Tensor.class,
      method = "to(DType type)",
      names = {"type", "selfDot"})
  public static Tensor toTangent(DType type, Tensor selfDot) {
    return selfDot.to(type);
  }
}
