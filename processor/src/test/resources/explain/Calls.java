package explain;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

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

  @Differentiable
  static double neverInPlace(double x) {
    double[] v = {x, x * x};
    return scaled(v, 2) + orNothing(v, null) + recursive(v, 3);
  }

  private static double scaled(double[] v, @NonDifferentiable double by) {
    return v[0] * by;
  }

  private static double orNothing(double[] v, double[] w) {
    return w == null ? v[0] : w[0];
  }

  private static double recursive(double[] v, int n) {
    double[] next = {v[1], v[0] * v[1]};
    return n == 0 ? v[0] : recursive(next, n - 1);
  }

  @Differentiable
  static double deep(double[] x) {
    double[] v = {x[0], x[1]};
    return deep1(v, x);
  }

  private static double deep1(double[] v, double[] x) {
    return deep2(v, x) * v[0];
  }

  private static double deep2(double[] v, double[] x) {
    return deep3(v, x) * v[0];
  }

  private static double deep3(double[] v, double[] x) {
    return deep4(v, x) * v[0];
  }

  private static double deep4(double[] v, double[] x) {
    return deep5(v, x) * v[0];
  }

  private static double deep5(double[] v, double[] x) {
    return deep6(v, x) * v[0];
  }

  private static double deep6(double[] v, double[] x) {
    return deep7(v, x) * v[0];
  }

  private static double deep7(double[] v, double[] x) {
    return deep8(v, x) * v[0];
  }

  private static double deep8(double[] v, double[] x) {
    return v[0] * product(x);
  }

  @Differentiable
  static double fit(double[] w, @NonDifferentiable double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      sum += squaredError(w, row, 1);
    }
    return sum;
  }

  private static double squaredError(double[] w, double[] row, double y) {
    double e = -y;
    for (int j = 0; j < w.length; j++) {
      e += w[j] * row[j];
    }
    return e * e;
  }
}
