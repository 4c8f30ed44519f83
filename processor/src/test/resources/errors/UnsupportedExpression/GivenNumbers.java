package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// A number in an array of records has no identity by which what is given could be found again.
final class GivenNumbers {
  record Layer(double[] w, double scale) {}

  record Plain(double[] w) {}

  @Differentiable(generate = Output.VALUE_AND_GRADIENT_INTO)
  static double exchanged(Layer[] layers) { // error: UnsupportedExpression @17
    Layer first = layers[0];
    layers[0] = layers[1];
    layers[1] = first;
    return layers[0].w()[0] * layers[0].scale() * layers[1].scale();
  }

  @Differentiable(generate = Output.HVP_INTO)
  static double written(Layer[] layers) { // error: UnsupportedExpression @17
    layers[0].w()[0] *= layers[1].scale();
    return layers[0].w()[0] * layers[0].w()[0];
  }

  @Differentiable(generate = Output.VALUE_AND_GRADIENT_INTO)
  static double withoutNumbers(Plain[] layers) {
    layers[0].w()[0] *= layers[1].w()[0];
    return layers[0].w()[0];
  }

  @Differentiable(generate = Output.VALUE_AND_GRADIENT_INTO)
  static double withoutWrites(Layer[] layers) {
    return layers[0].w()[0] * layers[1].scale();
  }
}
