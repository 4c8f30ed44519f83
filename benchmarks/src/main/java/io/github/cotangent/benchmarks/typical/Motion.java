package io.github.cotangent.benchmarks.typical;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Things that move. */
final class Motion {

  /** A vector. */
  record Vec(double x, double y, double z) {
    Vec plus(Vec o) {
      return new Vec(x + o.x, y + o.y, z + o.z);
    }

    Vec times(double a) {
      return new Vec(x * a, y * a, z * a);
    }

    double dot(Vec o) {
      return x * o.x + y * o.y + z * o.z;
    }
  }

  /** A mass on a spring, by vectors that are records. */
  @Differentiable
  static double spring(double k, double damping, @NonDifferentiable double h, int steps) {
    Vec p = new Vec(1, 0.5, -0.3);
    Vec v = new Vec(0, 1, 0.2);
    for (int i = 0; i < steps; i++) {
      Vec a = p.times(-k).plus(v.times(-damping));
      v = v.plus(a.times(h));
      p = p.plus(v.times(h));
    }
    return p.dot(p);
  }

  /** Bodies that attract each other. */
  @Differentiable
  static double bodies(
      double[] m, double[][] x0, double[][] v0, @NonDifferentiable double h, int steps) {
    int n = m.length;
    double[][] x = new double[n][3];
    double[][] v = new double[n][3];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < 3; c++) {
        x[i][c] = x0[i][c];
        v[i][c] = v0[i][c];
      }
    }
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (i != j) {
            double dx = x[j][0] - x[i][0];
            double dy = x[j][1] - x[i][1];
            double dz = x[j][2] - x[i][2];
            double r2 = dx * dx + dy * dy + dz * dz + 0.01;
            double f = m[j] / (r2 * Math.sqrt(r2));
            v[i][0] += h * f * dx;
            v[i][1] += h * f * dy;
            v[i][2] += h * f * dz;
          }
        }
      }
      for (int i = 0; i < n; i++) {
        for (int c = 0; c < 3; c++) {
          x[i][c] += h * v[i][c];
        }
      }
    }
    double e = 0;
    for (int i = 0; i < n; i++) {
      e += x[i][0] * x[i][0] + x[i][1] * x[i][1] + x[i][2] * x[i][2];
    }
    return e;
  }

  /** The attractor by Lorenz, by methods that return arrays. */
  @Differentiable
  static double lorenz(double[] p, double[] y0, @NonDifferentiable double h, int steps) {
    double[] y = y0.clone();
    for (int s = 0; s < steps; s++) {
      double[] k1 = field(p, y);
      double[] k2 = field(p, axpy(y, 0.5 * h, k1));
      double[] k3 = field(p, axpy(y, 0.5 * h, k2));
      double[] k4 = field(p, axpy(y, h, k3));
      for (int i = 0; i < y.length; i++) {
        y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return y[0] * y[0] + y[1] * y[1] + y[2] * y[2];
  }

  private static double[] field(double[] p, double[] y) {
    return new double[] {
      p[0] * (y[1] - y[0]), y[0] * (p[1] - y[2]) - y[1], y[0] * y[1] - p[2] * y[2]
    };
  }

  private static double[] axpy(double[] y, double a, double[] x) {
    double[] out = new double[y.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = y[i] + a * x[i];
    }
    return out;
  }

  private Motion() {}
}
