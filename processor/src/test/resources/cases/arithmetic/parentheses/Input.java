package cases.arithmetic.parentheses;

import io.github.cotangent.Differentiable;

// Subtraction and division that are not associative: the printed adjoints keep their parentheses.
// run: f(1.1, 2.3, 0.7)
final class Input {
  @Differentiable
  static double f(double x, double y, double z) {
    double a = x - (y - z);
    double b = x / (y / z);
    double c = x * (y + z) - (x + y) * z;
    double e = (x - y) / (z - x * (y - 2));
    return a * (b - (c - e)) / (a + b) - -(c * e);
  }

  private Input() {}
}
