package cases.arithmetic.math_scalars;

import io.github.cotangent.Differentiable;

// A selection of java.lang.Math, all smooth at these points, nested in one another.
// run: f(0.7, 1.9)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double a = Math.sin(x) * Math.cos(y) + Math.tan(x) - Math.asin(x / 2) + Math.acos(x / 3);
    double b = Math.atan(a) + Math.exp(-x) + Math.log(y) + Math.log10(y) + Math.log1p(x);
    double c = Math.sqrt(y) * Math.cbrt(x) + Math.sinh(x) + Math.cosh(y) + Math.tanh(b);
    double e = Math.pow(x, y) + Math.hypot(x, y) + Math.atan2(y, x) + Math.expm1(c / 10);
    double g = Math.abs(-x) + Math.max(x, y) + Math.min(x, y) + Math.toRadians(x) + Math.toDegrees(y);
    double h = Math.fma(x, y, a) + Math.scalb(x, 2) + Math.copySign(x, -y) + Math.signum(x);
    return a * b + c * e + g / h + Math.floor(x) * y + Math.ceil(y) * x + Math.rint(x) + Math.round(y);
  }

  private Input() {}
}
