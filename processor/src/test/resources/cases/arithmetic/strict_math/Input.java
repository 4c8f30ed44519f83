package cases.arithmetic.strict_math;

import io.github.cotangent.Differentiable;

// StrictMath has the same derivatives.
// run: f(0.7, 1.9)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double a = StrictMath.sin(x) + StrictMath.exp(y) * StrictMath.log(y);
    return StrictMath.pow(x, y) * StrictMath.tanh(a) + StrictMath.sqrt(a) + StrictMath.max(x, y);
  }

  private Input() {}
}
