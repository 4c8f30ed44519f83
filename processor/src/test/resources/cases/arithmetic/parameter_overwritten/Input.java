package cases.arithmetic.parameter_overwritten;

import io.github.cotangent.Differentiable;

// Parameters are variables: the derivative is with respect to their value at entry.
// run: f(1.5, 0.5)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    x = x * y;
    y = x + Math.exp(y);
    x *= x;
    x = y;
    y = x * y;
    return x * y;
  }

  private Input() {}
}
