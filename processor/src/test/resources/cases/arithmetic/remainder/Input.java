package cases.arithmetic.remainder;

import io.github.cotangent.Differentiable;

// x % m: dx = 1 and dm = -trunc(x / m), plain and compound.
// run: f(7.3, 2.1)
// run: f(-7.3, 2.1)
// run: f(7.3, -2.1)
// run: g(7.3)
// expect: dF(7.5, 2.0).x() = 1.0 + 7.5
// expect: dF(7.5, 2.0).m() = -3.0
final class Input {
  @Differentiable
  static double f(double x, double m) {
    return x % m + x * x / 2;
  }

  @Differentiable
  static double g(double x) {
    double r = x * x;
    r %= 3;
    r %= x;
    return r * x;
  }

  private Input() {}
}
