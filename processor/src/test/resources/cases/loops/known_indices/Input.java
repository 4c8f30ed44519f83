package cases.loops.known_indices;

import io.github.cotangent.Differentiable;

// Elements that are read before a loop that may run no round: without a question where the loops
// around it tell that the element exists, or that the loop runs; with one in all other cases.
// run: below(new double[] {0.3, 0.5, 0.7}, new double[] {1.1, 0.6})
// run: below(new double[] {0.3, 0.5, 0.7}, new double[] {})
// run: counted(new double[] {0.3, 0.5, 0.7}, 2)
// run: counted(new double[] {0.3, 0.5, 0.7}, 0)
// run: made(new double[] {0.3, 0.5, 0.7}, 3)
// run: fromNext(new double[] {0.3, 0.5, 0.7})
// run: fromBelowZero(new double[] {0.3, 0.5, 0.7})
// run: fromArgument(new double[] {0.3, 0.5, 0.7}, -2)
// run: fromArgument(new double[] {0.3, 0.5, 0.7}, 1)
// run: otherLength(new double[] {0.3, 0.5}, new double[] {1.1, 0.6, -0.4}, new double[] {})
// run: otherNumber(new double[] {0.3, 0.5}, 4, 0)
// run: shorter(new double[] {0.3, 0.5, 0.7}, new double[] {1.1})
// run: fewer(new double[] {0.3, 0.5, 0.7}, 3)
// run: leap(new double[] {0.3, 0.5, 0.7})
// run: twoNumbers(new double[] {0.3, 0.5, 0.7})
// run: downTo(new double[] {0.3, 0.5, 0.7}, new double[] {})
// run: downTo(new double[] {0.3, 0.5, 0.7}, new double[] {1.1, 0.4})
// run: skipped(new double[] {0.3, 0.5, 0.7}, 0)
// run: matrix(new double[] {0.3, 0.5, 0.7}, 2)
// run: matrix(new double[] {0.3, 0.5, 0.7}, 0)
// run: exchanged(new double[] {0.3, 0.5, 0.7}, 3)
// run: exchangedByName(new double[] {0.3, 0.5, 0.7}, 3)
// run: beyond(new double[] {0.3, 0.5, 0.7}, 0)
// run: longerRows(new double[][] {{0.3}, {0.5, 0.7}}, 2)
// run: replaced(new double[] {0.3, 0.5, 0.7}, new double[] {1.1})
final class Input {
  /** i is an index of x; w may be empty. */
  @Differentiable
  static double below(double[] x, double[] w) {
    double[] y = new double[w.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < w.length; j++) {
        y[j] += w[j] * x[i] * x[i];
      }
    }
    return total(y) + x[0];
  }

  /** The loop inside runs where the one around it does, but k may be any number. */
  @Differentiable
  static double counted(double[] x, int n) {
    double[] y = new double[x.length];
    int k = n > 0 ? n : 99;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        y[j] += x[j] * x[k] * i;
      }
    }
    return total(y) * x[0];
  }

  @Differentiable
  static double made(double[] x, int n) {
    double[] scales = new double[n];
    double[] y = new double[x.length];
    for (int i = 0; i < n; i++) {
      scales[i] = x[i] * x[i];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        y[j] += scales[i] * x[j];
      }
    }
    return total(y);
  }

  @Differentiable
  static double fromNext(double[] x) {
    int n = x.length;
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int k = i + 1; k < n; k++) {
        for (int j = k; j < n; j++) {
          y[j] += x[k] * x[j] * x[i];
        }
      }
    }
    return total(y);
  }

  /** In the first round, i is no index; the loop inside runs no round. */
  @Differentiable
  static double fromBelowZero(double[] x) {
    double[] y = new double[x.length];
    for (int i = -1; i < x.length; i++) {
      for (int j = 0; j <= i; j++) {
        y[j] += x[i] * x[j];
      }
    }
    return total(y);
  }

  @Differentiable
  static double fromArgument(double[] x, int first) {
    double[] y = new double[x.length];
    for (int i = first; i < x.length; i++) {
      for (int j = 0; j <= i; j++) {
        y[j] += x[i] * x[j];
      }
    }
    return total(y);
  }

  /** i goes beyond the last index of x. */
  @Differentiable
  static double otherLength(double[] x, double[] longer, double[] w) {
    double[] y = new double[w.length];
    for (int i = 0; i < longer.length; i++) {
      for (int j = 0; j < w.length; j++) {
        y[j] += w[j] * x[i] * longer[i];
      }
    }
    return total(y) + x[0] * x[1];
  }

  @Differentiable
  static double otherNumber(double[] x, int n, int m) {
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        y[j] += x[j] * x[i];
      }
    }
    return total(y) + x[0] * x[1];
  }

  /** In the second round x has become shorter: the test was made of the longer one. */
  @Differentiable
  static double shorter(double[] x, double[] w) {
    double[] y = new double[x.length];
    double[] z = x;
    for (int i = 0; i < z.length; i++) {
      z = i == 1 ? w : z;
      for (int j = 0; j < z.length - i; j++) {
        y[j] += z[i] * x[j];
      }
    }
    return total(y);
  }

  /** The bound moves in the rounds. */
  @Differentiable
  static double fewer(double[] x, int n) {
    double[] y = new double[x.length];
    int end = n;
    for (int i = 0; i < end; i++) {
      end = i == 1 ? 0 : end;
      int k = end == 0 ? 99 : i;
      for (int j = 0; j < end; j++) {
        y[j] += x[k] * x[j];
      }
    }
    return total(y);
  }

  /** The body moves the index beyond the end. */
  @Differentiable
  static double leap(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      i += i == 1 ? 7 : 0;
      for (int j = 0; j < x.length - i; j++) {
        y[j] += x[i] * x[j];
      }
    }
    return total(y);
  }

  @Differentiable
  static double twoNumbers(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i += 2) {
      for (int j = 0; j < i; j++) {
        y[j] += x[i] * x[j];
      }
    }
    return total(y);
  }

  @Differentiable
  static double downTo(double[] x, double[] w) {
    double[] y = new double[w.length];
    for (int i = x.length - 1; i >= 0; i--) {
      for (int j = w.length - 1; j >= 0; j--) {
        y[j] += w[j] * x[i] * x[i];
      }
    }
    return total(y) + x[0];
  }

  /** Two loops with the same header stand one after the other; neither is in the other. */
  @Differentiable
  static double skipped(double[] x, int n) {
    double[] y = new double[x.length];
    int k = n > 0 ? 1 : 99;
    for (int i = 0; i < n; i++) {
      y[i] = x[i];
    }
    for (int i = 0; i < n; i++) {
      y[i] += x[k] * x[i];
    }
    return total(y) + x[0] * x[1];
  }

  @Differentiable
  static double matrix(double[] x, int n) {
    double[][] m = new double[n][2];
    double[] y = new double[3];
    for (int i = 0; i < n; i++) {
      m[i][0] = x[i] * x[0];
      m[i][1] = x[i] * x[1];
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        y[j] += m[i][0] * x[j] + m[i][1];
      }
    }
    return total(y) + x[0];
  }

  /** A row is shorter than it was made; the loop runs no round for it. */
  @Differentiable
  static double exchanged(double[] x, int n) {
    double[][] m = new double[2][3];
    m[0] = new double[] {x[0]};
    m[1][2] = x[1] * x[2];
    double[] y = new double[3];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < i * n; j++) {
        y[j] += m[i][2] * x[j];
      }
    }
    return total(y) + m[0][0];
  }

  @Differentiable
  static double exchangedByName(double[] x, int n) {
    double[][] m = new double[2][3];
    double[][] other = m;
    other[0] = new double[] {x[0]};
    m[1][2] = x[1] * x[2];
    double[] y = new double[3];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < i * n; j++) {
        y[j] += m[i][2] * x[j];
      }
    }
    return total(y) + m[0][0];
  }

  @Differentiable
  static double beyond(double[] x, int n) {
    double[][] m = new double[2][2];
    m[1][1] = x[1] * x[2];
    double[] y = new double[3];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < n; j++) {
        y[j] += m[i][2] * x[j];
      }
    }
    return total(y) + m[1][1];
  }

  /** A row's length is not that of the rows. */
  @Differentiable
  static double longerRows(double[][] x, int n) {
    double[] y = new double[3];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i * n; j++) {
        y[j] += x[i][1] * x[i][0];
      }
    }
    return total(y) + x[0][0];
  }

  /** z is w in the end: its adjoint is another array than it was. */
  @Differentiable
  static double replaced(double[] x, double[] w) {
    double[] y = new double[x.length];
    double[] z = x;
    int n = z.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < z.length - i; j++) {
        y[j] += z[i] * x[j];
      }
      if (i == 0) {
        z = w;
      }
    }
    return total(y);
  }

  private static double total(double[] y) {
    double sum = 0;
    for (double e : y) {
      sum += e * e;
    }
    return sum;
  }
}
