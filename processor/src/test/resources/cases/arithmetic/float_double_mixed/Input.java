package cases.arithmetic.float_double_mixed;

import io.github.cotangent.Differentiable;

// float and double mixed: the adjoint has its variable's type, casts are written out.
// run: f(1.5f, 0.25, 3)
// tolerance: 2e-3
// step: 0.03
final class Input {
  @Differentiable
  static double f(float x, double y, int n) {
    float a = x * n;
    double b = a * y;
    a += y;
    float c = (float) (b * a);
    c *= 1.5;
    b -= c;
    return b * x + a;
  }

  private Input() {}
}
