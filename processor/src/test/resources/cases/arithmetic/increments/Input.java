package cases.arithmetic.increments;

import io.github.cotangent.Differentiable;

// ++ and -- on active scalars, prefix and postfix, as statements and inside expressions.
// run: f(0.6)
final class Input {
  @Differentiable
  static double f(double x) {
    double y = x;
    y++;
    ++y;
    double z = y++ * x;
    z -= --y * z;
    y--;
    return z * y-- + y;
  }

  private Input() {}
}
