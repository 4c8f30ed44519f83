package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.tensor.Losses;
import io.github.cotangent.tensor.Tensor;

// Operations on tensors, active where their rules have no derivative.
final class TensorConstants {
  @Differentiable
  static double targets(Tensor logits, Tensor targets) {
    return Losses.softmaxCrossEntropy(logits, targets); // error: MissingRule @12
  }

  @Differentiable
  static double exponent(Tensor x, double p) {
    return x.pow(p).sum(); // error: MissingRule @12
  }

  @Differentiable
  static double bounds(Tensor x, double low) {
    return helper(x, low * low);
  }

  static double helper(Tensor x, double low) {
    return x.clip(low, 1).mean(); // error: MissingRule @12
  }

  private TensorConstants() {}
}
