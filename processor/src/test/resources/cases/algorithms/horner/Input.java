package cases.algorithms.horner;

import io.github.cotangent.Differentiable;

// Horner's rule, by index and by enhanced for.
// run: f(new double[] {1.1, -0.2, 0.3, 0.9}, 1.5)
// run: f(new double[0], 1.5)
final class Input {
  @Differentiable
  static double f(double[] c, double x) {
    double y = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      y = y * x + c[i];
    }
    double z = 0;
    for (double k : c) {
      z = z * y + k;
    }
    return y + z;
  }

  private Input() {}
}
