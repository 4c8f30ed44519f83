package io.github.cotangent.tensor;

import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

/** Losses that are more exact in one piece. The derivatives stand beside them. */
public final class Losses {

  private Losses() {}

  /**
   * The mean over all rows of {@code -Σ targets · log softmax(logits)}, computed as {@code Σ
   * targets · (logSumExp(logits) - logits)}, so that nothing overflows (C. M. Bishop, "Pattern
   * Recognition and Machine Learning", 2006, section 4.3.4).
   *
   * @param logits a row for each example, a column for each class
   * @param targets the same shape: probabilities, or {@link Tensors#oneHot}; constants to
   *     derivatives
   * @return a number; NaN if there are no rows
   */
  public static double softmaxCrossEntropy(Tensor logits, Tensor targets) {
    return Rows.crossEntropy(logits, targets);
  }

  /** {@code dlogits += dResult / rows · (softmax(logits) · Σ targets - targets)}. */
  @PullbackOf(
      method = "softmaxCrossEntropy(Tensor logits, Tensor targets)",
      names = {"logits", "targets", "dResult", "dlogits"},
      constants = "targets")
  public static void softmaxCrossEntropyPullback(
      Tensor logits, Tensor targets, double dResult, TensorAdjoint dlogits) {
    Rows.addCrossEntropyDerived(dlogits, dResult, logits, targets);
  }

  /** {@code Σ logitsDot · (softmax(logits) · Σ targets - targets) / rows}. */
  @TangentOf(
      method = "softmaxCrossEntropy(Tensor logits, Tensor targets)",
      names = {"logits", "targets", "logitsDot"},
      constants = "targets")
  public static double softmaxCrossEntropyTangent(Tensor logits, Tensor targets, Tensor logitsDot) {
    TensorAdjoint gradient = logits.accumulator();
    Rows.addCrossEntropyDerived(gradient, 1, logits, targets);
    return gradient.freeze().dot(logitsDot);
  }
}
