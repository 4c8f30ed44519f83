package explain;

import io.github.cotangent.Differentiable;

/** Calls of helper methods: by value, by a pair, put in place. */
class Calls {

  @Differentiable
  static double all(double[] x, int n) {
    double[] direction = {x[0], x[1]};
    double y = along(direction, x[2]) + square(x[0]);
    for (int i = 0; i < n; i++) {
      y *= product(x);
    }
    return y;
  }

  private static double along(double[] v, double angle) {
    return v[0] * Math.cos(angle) + v[1] * Math.sin(angle);
  }

  private static double square(double x) {
    return x * x;
  }

  private static double product(double[] r) {
    double p = 1;
    for (double e : r) {
      p *= e;
    }
    return p;
  }

  @Differentiable
  static double stays(double[] x, int at) {
    double[] v = {x[0], x[1], x[0] * x[1]};
    return v[at] * length(v);
  }

  private static double length(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }
}
