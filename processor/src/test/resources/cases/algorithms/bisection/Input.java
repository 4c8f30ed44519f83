package cases.algorithms.bisection;

import io.github.cotangent.Differentiable;

// Bisection: the derivative along the path that was run.
// run: f(0.3, 2.7)
final class Input {
  @Differentiable
  static double f(double low, double high) {
    double a = low;
    double b = high;
    for (int i = 0; i < 10; i++) {
      double middle = 0.5 * (a + b);
      if (middle * middle > 2) {
        b = middle;
      } else {
        a = middle;
      }
    }
    return (a + b) * 0.5 * (a + b);
  }

  private Input() {}
}
