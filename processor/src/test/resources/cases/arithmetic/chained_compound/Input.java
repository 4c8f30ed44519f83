package cases.arithmetic.chained_compound;

import io.github.cotangent.Differentiable;

// a += b -= c *= d, and the old value of the left side is read before the right side is run.
// run: f(1.5, 0.7)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double a = x;
    double b = y;
    double c = x * y;
    a += b -= c *= a;
    a += a *= b + 2;
    a = a * (a += c) + b;
    return a * b * c;
  }

  private Input() {}
}
