package cases.algorithms.runge_kutta;

import io.github.cotangent.Differentiable;

// RK4 for a pendulum: arrays from helpers, a carried array reference.
// run: f(new double[] {0.5, 0.1}, 0.1, 4)
final class Input {
  @Differentiable
  static double f(double[] start, double h, int steps) {
    double[] y = start;
    for (int s = 0; s < steps; s++) {
      double[] k1 = slope(y);
      double[] k2 = slope(step(y, k1, h / 2));
      double[] k3 = slope(step(y, k2, h / 2));
      double[] k4 = slope(step(y, k3, h));
      double[] next = new double[y.length];
      for (int i = 0; i < y.length; i++) {
        next[i] = y[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
      y = next;
    }
    return y[0] * y[0] + y[1];
  }

  private static double[] slope(double[] y) {
    return new double[] {y[1], -Math.sin(y[0]) - 0.1 * y[1]};
  }

  private static double[] step(double[] y, double[] k, double h) {
    double[] z = y.clone();
    for (int i = 0; i < z.length; i++) {
      z[i] += h * k[i];
    }
    return z;
  }

  private Input() {}
}
