package cases.arithmetic.recompute_or_record;

import io.github.cotangent.Differentiable;

// Cheap values whose operands still hold are recomputed; overwritten operands are saved.
// run: f(1.5, 0.5)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double a = x + y;
    double b = Math.sin(a);
    a = a * b;
    double c = 2 * y;
    y = Math.cos(a * c);
    a = y * a;
    return a * b * c;
  }

  private Input() {}
}
