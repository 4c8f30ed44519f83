package cases.algorithms.fast_power;

import io.github.cotangent.Differentiable;

// Exponentiation by squaring; bits of an integer decide.
// run: f(1.1, 13)
// run: f(1.1, 0)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double result = 1;
    double base = x;
    for (int e = n; e > 0; e >>= 1) {
      if ((e & 1) != 0) {
        result *= base;
      }
      base *= base;
    }
    return result;
  }

  private Input() {}
}
