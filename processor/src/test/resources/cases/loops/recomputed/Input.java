package cases.loops.recomputed;

import io.github.cotangent.Differentiable;

// Values that are computed again from what is restored, and values that cannot be.
// run: forces(new double[] {0.3, -0.5, 0.9}, new double[] {0.1, 0.2, -0.3}, 0.1, 3)
// run: forces(new double[] {0.3, -0.5, 0.9}, new double[] {0.1, 0.2, -0.3}, 0.1, 0)
// run: forces(new double[0], new double[0], 0.1, 2)
// run: overwrittenBehind(new double[] {0.3, -0.5, 0.9}, 3)
// run: overwrittenByCall(new double[] {0.3, -0.5, 0.9}, 2)
// run: movingVariable(0.4, new double[] {0.3, -0.5, 0.9}, 2)
// run: uncounted(new double[] {0.3, -0.5, 0.9}, 0.7)
// run: behindContinue(new double[] {0.3, -0.5, 0.9}, 3)
// run: inBranch(new double[] {0.3, -0.5, 0.9}, 5, 2)
// run: inBranch(new double[] {0.3, -0.5, 0.9}, 1, 2)
// run: notCheaper(new double[] {0.3, -0.5, 0.9}, 2)
// run: sameArray(new double[] {0.3, -0.5, 0.9})
// run: integers(new double[] {0.3, -0.5, 0.9}, 3)
// run: reassignedArray(new double[] {0.3, -0.5, 0.9}, 3)
// run: backAndForth(new double[] {0.3, -0.5}, 2)
// run: chain(new double[] {0.3, -0.5, 0.9}, 2)
// run: straightBack(new double[] {0.3, -0.5, 0.9}, new double[][] {{0.1, 0.2, 0.3}, {0.4, -0.2, 0.5}})
final class Input {
  /** The differences are n * n for each step, what they come from is n. */
  @Differentiable
  static double forces(double[] x0, double[] v0, double h, int steps) {
    int n = x0.length;
    double[] x = x0.clone();
    double[] v = v0.clone();
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (i != j) {
            double d = x[j] - x[i];
            double r = d * d + 0.5;
            v[i] += h * d / (r * r);
          }
        }
      }
      for (int i = 0; i < n; i++) {
        x[i] += h * v[i];
      }
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i] * x[i] * (i + 1);
    }
    return sum;
  }

  @Differentiable
  static double overwrittenBehind(double[] x0, int steps) {
    double[] x = x0.clone();
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < x.length; i++) {
        double d = x[i] * 1.5 + x[0];
        x[i] = Math.sin(d) * d;
      }
    }
    return x[0] * x[1] + x[2];
  }

  @Differentiable
  static double overwrittenByCall(double[] x0, int steps) {
    double[] x = x0.clone();
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < x.length; i++) {
        double d = x[i] - 2 * x[0];
        turn(x, i);
        sum += d * d * d;
      }
    }
    return sum + x[1];
  }

  private static void turn(double[] x, int i) {
    x[i] = x[i] * x[i] - 0.3;
  }

  @Differentiable
  static double movingVariable(double a, double[] w, int steps) {
    double y = a;
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < w.length; i++) {
        double d = y - w[i];
        sum += d * d * d;
      }
      y = Math.cos(y) + sum;
    }
    return sum * y;
  }

  @Differentiable
  static double uncounted(double[] x0, double limit) {
    double[] x = x0.clone();
    double sum = 0;
    int s = 0;
    while (sum < limit && s < 4) {
      int i = 0;
      while (i < x.length) {
        double d = x[i] + x[0] * s;
        sum += d * d * d * d;
        i++;
      }
      for (int k = 0; k < x.length; k++) {
        x[k] = x[k] * 1.1 + 0.05 * sum;
      }
      s++;
    }
    return sum * x[1];
  }

  @Differentiable
  static double behindContinue(double[] x0, int steps) {
    double[] x = x0.clone();
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < 5; i++) {
        if (i >= x.length) {
          continue;
        }
        double d = x[i] - x[0] * 2;
        sum += d * d * d;
      }
      for (int i = 0; i < x.length; i++) {
        x[i] += 0.1 * sum;
      }
    }
    return sum;
  }

  @Differentiable
  static double inBranch(double[] x0, int at, int steps) {
    double[] x = x0.clone();
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      if (at < x.length) {
        double d = x[at] - x[0] * 2;
        sum += d * d * d;
      }
      for (int i = 0; i < x.length; i++) {
        x[i] += 0.1 * sum + 0.2;
      }
    }
    return sum + x[2];
  }

  /** To save what is overwritten would be as much. */
  @Differentiable
  static double notCheaper(double[] x0, int steps) {
    double[] x = x0.clone();
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < x.length; i++) {
        double d = x[i] * 2 + s;
        sum += d * d * d;
      }
      for (int i = 0; i < x.length; i++) {
        x[i] = 0.5 * x[i] + 0.1;
      }
    }
    return sum;
  }

  /** Both names are one array. */
  @Differentiable
  static double sameArray(double[] x0) {
    double[] x = x0.clone();
    double[] y = x0.length > 2 ? x : new double[3];
    double sum = 0;
    for (int s = 0; s < 2; s++) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          double d = x[i] - x[j];
          y[j] += 0.1 * d * d;
          sum += d * d * d;
        }
      }
    }
    return sum + x[0] * y[1];
  }

  @Differentiable
  static double integers(double[] x, int steps) {
    int[] at = {0, 1, 2};
    double y = 1;
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          int k = at[i] + at[j];
          y = Math.sin(y * x[k % 3]) + 1;
        }
      }
      for (int i = 0; i < 3; i++) {
        at[i] = at[i] + i;
      }
    }
    return y;
  }

  @Differentiable
  static double reassignedArray(double[] x0, int steps) {
    double[] x = x0.clone();
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      double[] next = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < x.length; j++) {
          double d = x[i] - x[j];
          sum += d * d * d * (i - 2 * j);
        }
      }
      for (int i = 0; i < x.length; i++) {
        next[i] = x[i] * x[i] + 0.1 * sum;
      }
      x = next;
    }
    return sum + x[0];
  }

  /** Overwritten before and behind in each round. */
  @Differentiable
  static double backAndForth(double[] x0, int steps) {
    double[] x = x0.clone();
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      x[0] = Math.sin(x[0]) + x[1];
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          double d = x[i] * 3 - x[j];
          sum += d * d * d;
        }
      }
      x[1] = x[0] * x[1];
    }
    return sum * x[0];
  }

  @Differentiable
  static double chain(double[] x0, int steps) {
    double[] x = x0.clone();
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < x.length; j++) {
          double d = x[i] - x[j];
          double e = d * d + d * s + x[i];
          double f = e * d + e * e * 0.5 - d * d * d;
          sum += f * f * e;
        }
      }
      for (int i = 0; i < x.length; i++) {
        x[i] = x[i] * 0.3 + 0.01 * sum;
      }
    }
    return sum;
  }

  @Differentiable
  static double straightBack(double[] w, double[][] data) {
    double total = 0;
    for (int n = 0; n < data.length; n++) {
      double[] x = data[n].clone();
      double sum = 0;
      for (int s = 0; s < 2; s++) {
        for (int i = 0; i < w.length; i++) {
          for (int j = 0; j < w.length; j++) {
            double d = x[i] - x[j] * w[j];
            sum += d * d * d;
          }
        }
        for (int i = 0; i < w.length; i++) {
          x[i] = x[i] * w[i] + sum;
        }
      }
      total += sum;
    }
    return total;
  }
}
