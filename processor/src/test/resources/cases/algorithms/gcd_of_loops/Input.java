package cases.algorithms.gcd_of_loops;

import io.github.cotangent.Differentiable;

// Euclid's algorithm on integers steers an active product.
// run: f(1.1, 84, 30)
final class Input {
  @Differentiable
  static double f(double x, int a, int b) {
    double y = x;
    while (b != 0) {
      int t = a % b;
      a = b;
      b = t;
      y = y * x + t;
    }
    return y * a;
  }

  private Input() {}
}
