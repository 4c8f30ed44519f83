package cases.calls.rows_of_records_moved;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// Methods of another class replace rows of a matrix that a record holds.
// run: made(new double[] {1.1, 2.2}, new double[][] {{0.3, 0.4}, {0.5, 0.6}}, 1.5)
// run: given(new Other.Layer(new double[][] {{0.3, 0.4}, {0.5, 0.6}}, new double[] {1.1, 2.2}, 1.5))
// run: listed(new Other.Rows[] {new Other.Rows(new double[][] {{0.3, 0.4}, {0.5, 0.6}})})
final class Input {
  @Differentiable(
      generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT, Output.VALUE_AND_GRADIENT_INTO})
  static double made(double[] bias, double[][] weights, double scale) {
    double y = Other.replaced(new Other.Layer(weights, bias, scale));
    return y * weights[1][1];
  }

  @Differentiable(generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT_INTO, Output.PULLBACK})
  static double given(Other.Layer layer) {
    return Other.replaced(layer) * layer.weights()[1][0];
  }

  @Differentiable(generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT_INTO})
  static double listed(Other.Rows[] all) {
    return Other.swapped(all[0]) * all[0].rows()[1][0];
  }

  private Input() {}
}
