package errors;

import io.github.cotangent.Differentiable;

// Static fields that are not final.
final class Statics {
  static double rate = 0.5;
  static int steps = 3;
  static double[] weights = {1, 2};

  @Differentiable
  static double f(double x) {
    double y = x * rate; // error: MutableField @20
    for (int i = 0; i < Statics.steps; i++) { // error: MutableField
      y = y * weights[0]; // error: MutableField
    }
    return y;
  }
}
