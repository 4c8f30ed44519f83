package cases.algorithms.trapezoid_recursion;

import io.github.cotangent.Differentiable;

// Adaptive quadrature by recursion: how deep depends on the values.
// run: integrate(0.2, 1.5, 3)
final class Input {
  @Differentiable
  static double integrate(double a, double b, int depth) {
    double coarse = 0.5 * (b - a) * (g(a) + g(b));
    double m = 0.5 * (a + b);
    double fine = 0.25 * (b - a) * (g(a) + 2 * g(m) + g(b));
    if (depth == 0 || Math.abs(fine - coarse) < 1e-4) {
      return fine;
    }
    return integrate(a, m, depth - 1) + integrate(m, b, depth - 1);
  }

  private static double g(double x) {
    return Math.exp(-x) * Math.sin(3 * x);
  }

  private Input() {}
}
