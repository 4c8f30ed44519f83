package cases.checkpoint.helpers;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// Steps that call methods, linked by value and by pairs.
// run: values(1.1, 0.3, 8)
// run: pairs(new double[] {1.1, 0.3, 0.2}, 7)
// run: rows(new double[][] {{1.1, 0.3}, {0.2, 0.5}}, 5)
// run: held(new Held(new double[][] {{1.1, 0.3}}, 0.4), 0.7, 5)
// run: inside(new double[] {1.1, 0.3}, 3)
final class Input {
  record Held(double[][] rows, double k) {}

  @Differentiable
  static double values(double x, double k, int n) {
    double y = x;
    double z = 0;
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      y = step(y, k);
      z += step(z, y) * k;
    }
    return y * z;
  }

  static double step(double y, double k) {
    return y + k * Math.sin(y);
  }

  @Differentiable
  static double pairs(double[] u, int n) {
    double s = 0;
    for (int i = 0; i < n; i++) {
      checkpoint(3);
      s += energy(u) * u[0];
      relax(u, 0.3);
    }
    return s;
  }

  static double energy(double[] u) {
    return u[0] * u[1] + u[2];
  }

  private static void relax(double[] u, double k) {
    for (int i = 1; i < u.length; i++) {
      u[i] = u[i] - k * u[i] * u[i - 1];
    }
  }

  @Differentiable
  static double rows(double[][] m, int n) {
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      turn(m);
      double[] row = m[0];
      m[0] = m[1];
      m[1] = row;
    }
    return m[0][0] * m[1][1];
  }

  static void turn(double[][] m) {
    for (int i = 0; i < m.length; i++) {
      m[i][0] = m[i][0] * m[i][1] + 0.4;
    }
  }

  /** The loop with checkpoints is in a method that is called from one. */
  @Differentiable
  static double inside(double[] u, int n) {
    for (int i = 0; i < n; i++) {
      checkpoint(1);
      inner(u, i + 2);
      u[0] += u[1];
    }
    return u[0];
  }

  static void inner(double[] u, int n) {
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      u[1] = u[1] * u[0] * 0.5 + 0.1;
    }
  }

  /** What the helper makes known of rows is forgotten behind each step. */
  @Differentiable
  static double held(Held held, double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      y = chosen(held, y);
    }
    return y;
  }

  static double chosen(Held held, double y) {
    double[][] both = {held.rows()[0], {y, y}};
    double[] one = y > 0 ? both[0] : both[1];
    return Math.sin(y) * one[0] * held.k() + both[1][1] * 0.1;
  }

  private Input() {}
}
