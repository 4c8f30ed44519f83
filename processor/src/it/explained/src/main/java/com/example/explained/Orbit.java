package com.example.explained;

import io.github.cotangent.Differentiable;

/** Some steps of a planet, and how far it is from where it was seen. */
final class Orbit {

  private Orbit() {}

  @Differentiable
  static double error(double[] start, double[][] seen, double h) {
    double[] p = {start[0], start[1]};
    double vx = start[2];
    double vy = start[3];
    double sum = 0;
    for (int t = 0; t < seen.length; t++) {
      double r = distance(p);
      vx -= h * p[0] / (r * r * r);
      vy -= h * p[1] / (r * r * r);
      p[0] += h * vx;
      p[1] += h * vy;
      sum += misfit(p, seen[t]);
    }
    return sum;
  }

  private static double distance(double[] p) {
    return Math.sqrt(p[0] * p[0] + p[1] * p[1]);
  }

  private static double misfit(double[] p, double[] at) {
    double sum = 0;
    for (int i = 0; i < at.length; i++) {
      double d = p[i] - at[i];
      sum += d * d;
    }
    return sum;
  }
}
