package cases.arithmetic.declarations;

import io.github.cotangent.Differentiable;

// var, final, several variables in one declaration, declaration without a value.
// run: f(1.2, 3.4)
final class Input {
  @Differentiable
  static double f(final double x, double y) {
    var a = x * y;
    final double b = a + x, c = b * a;
    double e, g = c / y;
    final double late;
    if (x > 1) {
      late = g * 2;
    } else {
      late = -g;
    }
    e = late * b;
    var k = 3;
    double[] p = {e, g}, q = p;
    double r[] = {x}, m[][] = {{y}, q};
    return p[0] * q[1] + r[0] * m[0][0] * k + m[1][0];
  }

  private Input() {}
}
