package cases.arithmetic.assertion;

import io.github.cotangent.Differentiable;

// assert: checked in the forward pass only; it may read active values.
// run: f(1.5)
final class Input {
  @Differentiable
  static double f(double x) {
    double y = x * x;
    assert y > 0 : "y = " + y;
    assert x < 100;
    y = y * x;
    return y;
  }

  private Input() {}
}
