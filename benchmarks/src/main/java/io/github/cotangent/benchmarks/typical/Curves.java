package io.github.cotangent.benchmarks.typical;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Functions of numbers and of one array. */
final class Curves {

  /** The valley by Rosenbrock, in any number of dimensions. */
  @Differentiable
  static double rosenbrock(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double a = x[i + 1] - x[i] * x[i];
      double b = 1 - x[i];
      sum += 100 * a * a + b * b;
    }
    return sum;
  }

  /** The square root of {@code a}, by Newton. */
  @Differentiable
  static double newton(double a, double x0) {
    double x = x0;
    for (int i = 0; i < 20; i++) {
      x = x - (x * x - a) / (2 * x);
    }
    return x;
  }

  /** A damped oscillator, by the rule of Runge and Kutta. */
  @Differentiable
  static double oscillator(double[] p, @NonDifferentiable double h, int steps) {
    double x = 1;
    double v = 0;
    for (int i = 0; i < steps; i++) {
      double k1x = v;
      double k1v = -p[0] * x - p[1] * v;
      double k2x = v + 0.5 * h * k1v;
      double k2v = -p[0] * (x + 0.5 * h * k1x) - p[1] * (v + 0.5 * h * k1v);
      double k3x = v + 0.5 * h * k2v;
      double k3v = -p[0] * (x + 0.5 * h * k2x) - p[1] * (v + 0.5 * h * k2v);
      double k4x = v + h * k3v;
      double k4v = -p[0] * (x + h * k3x) - p[1] * (v + h * k3v);
      x += h / 6 * (k1x + 2 * k2x + 2 * k3x + k4x);
      v += h / 6 * (k1v + 2 * k2v + 2 * k3v + k4v);
    }
    return x * x + v * v;
  }

  /** Heat in a rod, by explicit steps. */
  @Differentiable
  static double heat(double[] u0, double k, int steps) {
    int n = u0.length;
    double[] u = new double[n];
    double[] next = new double[n];
    for (int i = 0; i < n; i++) {
      u[i] = u0[i];
    }
    for (int t = 0; t < steps; t++) {
      for (int i = 1; i < n - 1; i++) {
        next[i] = u[i] + k * (u[i - 1] - 2 * u[i] + u[i + 1]);
      }
      for (int i = 1; i < n - 1; i++) {
        u[i] = next[i];
      }
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += u[i] * u[i];
    }
    return sum;
  }

  /** A value that goes from round to round. */
  @Differentiable
  static double recurrence(double[] x) {
    double y = 0;
    for (int i = 0; i < x.length; i++) {
      y = Math.tanh(0.5 * y + x[i]);
    }
    return y;
  }

  private Curves() {}
}
