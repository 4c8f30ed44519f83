package cases.algorithms.rosenbrock;

import io.github.cotangent.Differentiable;

// Rosenbrock's function of n variables.
// run: f(new double[] {-1.2, 1.0, 0.3, 0.8})
// run: f(new double[] {1.0})
final class Input {
  @Differentiable
  static double f(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length - 1; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }

  private Input() {}
}
