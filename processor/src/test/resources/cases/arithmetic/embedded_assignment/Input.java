package cases.arithmetic.embedded_assignment;

import io.github.cotangent.Differentiable;

// Assignments inside expressions, evaluated left to right.
// run: f(1.5, -0.3)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double a;
    double b = (a = x * y) + a * a;
    double c = a + (a = b) * a;
    double e;
    double g = e = c = c * y;
    return b * (b = g) + b + c + e * a;
  }

  private Input() {}
}
