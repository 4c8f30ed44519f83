package cases.checkpoint.elements_in_place;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;

// Loops that are run again, and independent ones, in which saves are skipped.
// run: sweep(new double[] {0.3, -0.5, 0.9, 0.2}, 4)
// run: eliminations(new double[][] {{2.1, 0.5, 0.3}, {0.4, 1.7, 0.6}, {0.2, 0.8, 2.4}}, 3)
// run: independentSolve(new double[] {0.3, -0.5, 0.9, 0.2})
// run: independentOuter(new double[] {0.3, -0.5, 0.9, 0.2})
// run: readBeforeAfter(new double[] {0.3, -0.5, 0.9, 0.2}, 3)
// run: inLoop(new double[] {0.3, -0.5, 0.9, 0.2}, 3)
// run: madeInStep(new double[] {0.3, -0.5, 0.9, 0.2}, 3)
// run: rowsInStep(new double[] {0.3, -0.5, 0.9, 0.2}, 3)
// run: withHelper(new double[] {0.3, -0.5, 0.9, 0.2}, 3)
// run: nestedCheckpoints(new double[] {0.3, -0.5, 0.9, 0.2}, 3)
// run: twoIndependent(new double[] {0.3, -0.5, 0.9, 0.2})
// run: indexed(new double[] {0.3, -0.5, 0.9, 0.2}, new int[] {2, 0, 1, 3})
// run: whileSteps(new double[] {0.3, -0.5, 0.9, 0.2})
final class Input {
  @Differentiable
  static double sweep(double[] x0, int n) {
    double[] x = x0.clone();
    double y = 0;
    for (int s = 0; s < n; s++) {
      Gradients.checkpoint();
      for (int i = 1; i < x.length; i++) {
        x[i] = Math.sin(x[i - 1] * x0[i]) + x[i] * 0.5;
      }
      for (int i = 1; i < x.length; i++) {
        x[i - 1] = x[i] / (x[i] * x[i] + 1);
      }
      y += x[0] * x[3];
    }
    return y;
  }

  @Differentiable
  static double eliminations(double[][] m, int steps) {
    int n = m.length;
    double y = 0;
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = m[i][0];
    }
    for (int s = 0; s < steps; s++) {
      Gradients.checkpoint();
      double[][] a = new double[n][n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          a[i][j] = m[i][j] + (i == j ? 2 + b[i] * 0.1 : 0);
        }
      }
      for (int k = 0; k < n; k++) {
        for (int i = k + 1; i < n; i++) {
          double f = a[i][k] / a[k][k];
          for (int j = k; j < n; j++) {
            a[i][j] -= f * a[k][j];
          }
          b[i] -= f * b[k];
        }
      }
      for (int i = n - 1; i >= 0; i--) {
        for (int j = i + 1; j < n; j++) {
          b[i] -= a[i][j] * b[j];
        }
        b[i] /= a[i][i];
      }
      y += b[0] * b[1];
    }
    return y + b[2];
  }

  @Differentiable
  static double independentSolve(double[] x) {
    double y = 0;
    for (int s = 0; s < x.length; s++) {
      double[] w = new double[4];
      for (int i = 0; i < 4; i++) {
        w[i] = x[i] * x[s] + 1;
      }
      for (int i = 1; i < 4; i++) {
        w[i] = w[i] / w[i - 1];
        w[i] /= w[0];
      }
      double[] v = new double[4];
      v[3] = w[3];
      for (int i = 2; i >= 0; i--) {
        v[i] = v[i + 1] * w[i];
        w[i + 1] = v[i];
      }
      y += v[0] * w[1] + w[2] * v[2];
    }
    return Math.sqrt(y * y + 1);
  }

  @Differentiable
  static double independentOuter(double[] x0) {
    double[] x = x0.clone();
    for (int i = 1; i < 4; i++) {
      x[i] = x[i - 1] * x[i - 1] + x[i];
    }
    double y = 0;
    for (int s = 0; s < 4; s++) {
      double[] w = x.clone();
      for (int i = 1; i < 4; i++) {
        w[i] = Math.exp(w[i - 1] * 0.3) / (x[s] + 4);
        w[0] += w[i] * w[i];
      }
      y += w[0] * w[3] * w[3];
    }
    for (int i = 1; i < 4; i++) {
      x[i] = x[i - 1] * y;
    }
    return y * x[3];
  }

  @Differentiable
  static double readBeforeAfter(double[] x0, int n) {
    double[] x = x0.clone();
    double y = 0;
    for (int i = 0; i < 4; i++) {
      y += x[i] * x[i] * x0[0];
    }
    for (int s = 0; s < n; s++) {
      Gradients.checkpoint();
      for (int i = 1; i < 4; i++) {
        x[i] = x[i - 1] * y * 0.3 + x[i] * x[i];
      }
      y += x[s];
    }
    for (int i = 0; i < 3; i++) {
      y += x[i] * x[i + 1];
      x[i] = y * 0.1 * x[i + 1];
    }
    return y * x[0] * x[1];
  }

  @Differentiable
  static double inLoop(double[] x0, int n) {
    double[] x = x0.clone();
    double y = 0;
    for (int k = 1; k < 4; k++) {
      y += x[k - 1] * x[k - 1];
      x[k] = Math.sin(y) * x[k];
      for (int s = 0; s < n; s++) {
        Gradients.checkpoint();
        for (int i = k; i < 4; i++) {
          x[i] = x[i - 1] * 0.3 + x[i] * x[i];
        }
        y += x[k] * x[s];
      }
      x[k - 1] = x[k] / (x[k] * x[k] + 1);
    }
    return y * x[0] * x[1];
  }

  @Differentiable
  static double madeInStep(double[] x0, int n) {
    double[] x = x0;
    double y = 0;
    for (int s = 0; s < n; s++) {
      Gradients.checkpoint();
      double[] next = new double[4];
      next[0] = x[0] * x[1];
      for (int i = 1; i < 4; i++) {
        next[i] = next[i - 1] * x[i] + x[i - 1];
      }
      for (int i = 3; i > 0; i--) {
        next[i] = next[i - 1] * next[i - 1];
      }
      y += next[3] * x[2];
      x = next;
      next[0] = y * x[1];
    }
    return y * x[0] * x[1];
  }

  @Differentiable
  static double rowsInStep(double[] x0, int n) {
    double[][] h = new double[n + 1][4];
    double y = 0;
    for (int i = 0; i < 4; i++) {
      h[0][i] = x0[i];
    }
    for (int s = 0; s < n; s++) {
      Gradients.checkpoint();
      for (int i = 0; i + 1 < 4; i++) {
        h[s + 1][i] = h[s][i] * h[s][i + 1] + x0[i];
        h[s][i] = h[s + 1][i] * h[s][i + 1];
      }
      double[] row = h[s];
      row[3] = y * h[s + 1][0];
      y += row[3] * row[0] + h[s + 1][1];
    }
    return y * h[n][1] + h[0][0] * h[1][2];
  }

  static double relax(double[] x, int from) {
    double s = 0;
    for (int i = from; i + 1 < x.length; i++) {
      x[i] = x[i + 1] / (x[i + 1] * x[i + 1] + 2);
      s += x[i] * x[i];
    }
    return s;
  }

  @Differentiable
  static double withHelper(double[] x0, int n) {
    double[] x = x0.clone();
    double y = relax(x, 2);
    for (int s = 0; s < n; s++) {
      Gradients.checkpoint();
      y += relax(x, 0) * x[3];
      for (int i = 1; i < 4; i++) {
        x[i] = x[i - 1] * y + relax(x, 1);
      }
    }
    return y + relax(x, 0) * x[0];
  }

  @Differentiable
  static double nestedCheckpoints(double[] x0, int n) {
    double[] x = x0.clone();
    double y = 0;
    for (int s = 0; s < n; s++) {
      Gradients.checkpoint();
      for (int i = 1; i < 4; i++) {
        x[i] = x[i - 1] * 0.5 * x[i] + 0.3;
      }
      for (int t = 0; t < 2; t++) {
        Gradients.checkpoint();
        for (int i = 1; i < 4; i++) {
          x[i - 1] = x[i] * x[i] + 0.1;
        }
        y += x[t] * x[2];
      }
      for (int i = 1; i < 4; i++) {
        x[i] = x[i - 1] / (x[i] + 4);
      }
    }
    return y * x[0] * x[1];
  }

  @Differentiable
  static double twoIndependent(double[] x) {
    double y = 0;
    double z = 0;
    double[] w = new double[4];
    for (int s = 0; s < x.length; s++) {
      w[0] = x[s];
      for (int i = 1; i < 4; i++) {
        w[i] = w[i - 1] * x[i] + x[s];
      }
      for (int i = 1; i < 4; i++) {
        w[i] *= w[i - 1];
        w[i] /= w[0];
      }
      y += w[3] * w[1];
    }
    for (int s = 0; s < x.length; s++) {
      double[] v = new double[4];
      for (int i = 0; i < 4; i++) {
        v[i] = x[i] * x[s] * y;
      }
      for (int i = 2; i >= 0; i--) {
        v[i] += v[i + 1] * v[i + 1];
      }
      z += v[0] * v[1];
    }
    return z * z / y;
  }

  @Differentiable
  static double indexed(double[] x, int[] p) {
    double y = 0;
    for (int s = 0; s < x.length; s++) {
      double[] w = x.clone();
      int k = p[s];
      for (int i = 0; i < 4; i++) {
        if (i != k) {
          w[i] *= w[k] + 2;
          w[p[i]] += w[i] * x[s];
        }
      }
      y += w[0] * w[k] * w[1];
    }
    return y;
  }

  @Differentiable
  static double whileSteps(double[] x0) {
    double[] x = x0.clone();
    double y = 0;
    int s = 0;
    while (y < 2 && s < 7) {
      Gradients.checkpoint();
      for (int i = 1; i < 4; i++) {
        x[i] = x[i - 1] * 0.5 + Math.exp(x[i - 1]) * x[i];
        x[i - 1] = x[i] * 0.3 * x[i - 1];
      }
      y += x[3] * x[3] * 0.2;
      s++;
    }
    return y * x[1];
  }
}
