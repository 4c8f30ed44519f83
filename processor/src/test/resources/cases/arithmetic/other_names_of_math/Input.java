package cases.arithmetic.other_names_of_math;

import io.github.cotangent.Differentiable;

// The methods of Double and Float that are made for method references: what Math and + do.
// run: f(0.7, 1.9, 2147483647)
// run: f(1.9, 0.7, 3)
// run: narrow(0.5f, 1.5f)
final class Input {
  @Differentiable
  static double f(double x, double y, int n) {
    double most = Double.max(x, y) * Double.min(x * x, y);
    return Double.sum(most, x) * Double.sum(n, 1) / Double.max(n, 2);
  }

  @Differentiable
  static float narrow(float x, float y) {
    return Float.max(x, y) * Float.min(x, y) + Float.sum(x, 1) * y;
  }

  private Input() {}
}
