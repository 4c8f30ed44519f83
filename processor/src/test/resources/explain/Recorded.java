package explain;

import io.github.cotangent.Differentiable;

/** What is recorded, computed again, or undone. */
class Recorded {

  @Differentiable
  static double overwritten(double x) {
    double y = x;
    y = y * y;
    return y * x;
  }

  @Differentiable
  static double computedAgain(double[] x, double[] w) {
    double y = 1;
    for (int i = 0; i < x.length; i++) {
      double p = x[i] * w[i];
      y = y + p * p * y;
    }
    return y;
  }

  @Differentiable
  static double costly(double[] x) {
    double y = 1;
    for (int i = 0; i < x.length; i++) {
      double p = Math.exp(x[i]);
      y = y + p * p * y;
    }
    return y;
  }

  @Differentiable
  static double lastValue(double[][] a) {
    double y = 1;
    for (int i = 0; i < a.length; i++) {
      double s = 0;
      for (int j = 0; j < a[i].length; j++) {
        s += a[i][j];
      }
      y += s * s * y;
    }
    return y;
  }

  @Differentiable
  static void sweep(double[] u, int n) {
    for (int t = 0; t < n; t++) {
      for (int i = 1; i < u.length; i++) {
        u[i] = u[i] * u[i - 1];
      }
    }
  }

  @Differentiable
  static double undone(double[] x, int n) {
    int next = 0;
    double y = 1;
    for (int i = 0; i < n; i++) {
      y *= x[next];
      next++;
    }
    return y;
  }

  @Differentiable
  static double branches(double[] x, int kind) {
    double y = 1;
    int k = kind;
    for (int i = 0; i < x.length; i++) {
      if (y > 2) {
        y = Math.sqrt(y);
      }
      switch (k) {
        case 0 -> y = y * x[i];
        default -> y = y + x[i];
      }
      k = (k + 1) % 3;
    }
    return y;
  }

  @Differentiable
  static double texts(double x, String name) {
    double y = x;
    switch (name + "s") {
      case "squares" -> y = y * y;
      default -> y = Math.sin(y);
    }
    return y;
  }

  @Differentiable
  static double jumps(double[] x) {
    double y = 1;
    for (int i = 0; i < x.length; i++) {
      found:
      {
        for (int j = 0; j < i; j++) {
          if (x[j] > x[i]) {
            break found;
          }
        }
        y = y * x[i];
      }
      y = y * y;
    }
    return y;
  }

  /** Two arguments may be one array. */
  @Differentiable
  static double otherArray(double[] a, double[] b) {
    double y = 0;
    for (int i = 0; i < a.length; i++) {
      y += a[i] * a[i];
      b[i] = y;
    }
    return y * b[0];
  }

  @Differentiable
  static double oldValueIsKept(double[] x, double a) {
    double level = x[0];
    double trend = 0;
    for (int i = 1; i < x.length; i++) {
      double last = level;
      level = a * x[i] + (1 - a) * (level + trend);
      trend = a * (level - last) + (1 - a) * trend;
    }
    return level;
  }
}
