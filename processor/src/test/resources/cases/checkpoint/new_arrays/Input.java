package cases.checkpoint.new_arrays;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// Each step makes the arrays of the next one, here or in a method: they are others each time it runs.
// run: here(new double[] {0.1, 1.1, 0.7}, 0.2, 7)
// run: called(new double[] {0.1, 1.1, 0.7}, 0.2, 6)
// run: matrix(new double[][] {{1.1, 0.2}, {0.3, 0.9}}, 5)
// run: sometimes(new double[] {0.4, 1.1, 0.7}, 7)
final class Input {
  @Differentiable
  static double here(double[] u0, double k, int steps) {
    double[] u = u0;
    for (int t = 0; t < steps; t++) {
      checkpoint(2);
      double[] next = new double[u.length];
      for (int i = 0; i < u.length; i++) {
        next[i] = u[i] - k * u[i] * u[(i + 1) % u.length];
      }
      u = next;
    }
    return u[0] * u[1] + u[2] + u0[1];
  }

  @Differentiable
  static double called(double[] u0, double k, int steps) {
    double[] u = u0.clone();
    double[] before = u;
    for (int t = 0; t < steps; t++) {
      checkpoint();
      before = u;
      u = step(u, k);
      u[0] += before[1];
    }
    return u[0] * before[1] + u[2];
  }

  static double[] step(double[] u, double k) {
    double[] next = u.clone();
    next[0] = u[1] * u[2] * k;
    next[2] = Math.cos(u[0]);
    return next;
  }

  @Differentiable
  static double matrix(double[][] a, int n) {
    double[][] p = new double[][] {{1, 0}, {0, 1}};
    for (int k = 0; k < n; k++) {
      checkpoint(2);
      double[][] q = new double[2][2];
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          for (int l = 0; l < 2; l++) {
            q[i][j] += p[i][l] * a[l][j];
          }
        }
      }
      p = q;
    }
    return p[0][0] + p[0][1] * p[1][0] + a[1][1];
  }

  /** An array that one step made is still in use some steps later. */
  @Differentiable
  static double sometimes(double[] u0, int steps) {
    double[] u = u0;
    double y = 0.3;
    for (int t = 0; t < steps; t++) {
      checkpoint(2);
      if (t % 3 == 1) {
        u = u.clone();
        u[0] = u[1] * y;
      }
      y += u[0] * u[2] + u0[1];
    }
    return y * u[0];
  }

  private Input() {}
}
