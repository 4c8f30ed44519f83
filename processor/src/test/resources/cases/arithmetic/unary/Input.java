package cases.arithmetic.unary;

import io.github.cotangent.Differentiable;

// Unary minus and plus, doubled, and on calls.
// run: f(0.9)
final class Input {
  @Differentiable
  static double f(double x) {
    double y = -x;
    double z = - -y + +x * -y;
    return -(z * -x) - -z - (-Math.sin(-x));
  }

  private Input() {}
}
