package cases.arrays.rows_filled_once;

import io.github.cotangent.Differentiable;

// A matrix that is filled with rows before it is used: its shadows are looked up once, unless
// somebody may put other rows in behind.
// run: filled(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 3)
// run: filled(new double[][] {}, 3)
// run: oneRowTwice(new double[] {0.3, 0.5}, 3)
// run: rowsOfArgument(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 3)
// run: someRows(new double[][] {{0.3, 0.5}, {0.7, -0.2}})
// run: exchanged(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 3)
// run: exchangedByHelper(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 3)
// run: exchangedByName(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 3)
// run: filledAgain(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 3)
// run: madeInLoop(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 3)
// run: listed(new double[] {0.3, 0.5}, new double[] {0.7, -0.2}, 3)
final class Input {
  @Differentiable
  static double filled(double[][] start, int steps) {
    double[][] p = new double[start.length][];
    for (int i = 0; i < start.length; i++) {
      p[i] = start[i].clone();
    }
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < p.length; i++) {
        for (int j = 0; j < p.length; j++) {
          p[i][0] += 0.1 * p[i][1] * p[j][0];
          p[i][1] = Math.sin(p[j][0]);
        }
      }
    }
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i][0] * p[i][1];
    }
    return sum;
  }

  @Differentiable
  static double oneRowTwice(double[] x, int steps) {
    double[][] p = new double[3][];
    double[] own = x.clone();
    p[0] = own;
    p[1] = own;
    p[2] = x;
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < 3; i++) {
        own[0] += 0.1 * p[i][1] * p[0][0] * p[2][0];
      }
    }
    return p[1][0] * p[2][1] + own[0];
  }

  /** The rows are those of the argument, which are written into. */
  @Differentiable
  static double rowsOfArgument(double[][] x, int steps) {
    double[][] p = new double[2][];
    p[0] = x[1];
    p[1] = x[0];
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < 2; i++) {
        p[i][0] = p[i][0] * x[0][1] + Math.sin(p[1][0]);
      }
    }
    return x[0][0] * x[1][0];
  }

  /** Rows that are not there are not asked for. */
  @Differentiable
  static double someRows(double[][] x) {
    double[][] p = new double[4][];
    for (int i = 0; i < 2; i++) {
      p[2 * i] = x[i].clone();
    }
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      if (p[i] != null) {
        sum += p[i][0] * p[i][1];
      }
    }
    return sum;
  }

  @Differentiable
  static double exchanged(double[][] x, int steps) {
    double[][] p = new double[2][];
    p[0] = x[0].clone();
    p[1] = x[1].clone();
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < 2; i++) {
        p[i][0] += p[0][1] * p[1][0];
      }
      double[] first = p[0];
      p[0] = p[1];
      p[1] = first;
    }
    return p[0][0] * p[1][1] + p[0][1];
  }

  @Differentiable
  static double exchangedByHelper(double[][] x, int steps) {
    double[][] p = new double[2][];
    p[0] = x[0].clone();
    p[1] = x[1].clone();
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < 2; i++) {
        p[i][0] += p[0][1] * p[1][0];
      }
      exchange(p);
    }
    return p[0][0] * p[1][1] + p[0][1];
  }

  static void exchange(double[][] m) {
    double[] first = m[0];
    m[0] = m[1];
    m[1] = first;
  }

  @Differentiable
  static double exchangedByName(double[][] x, int steps) {
    double[][] p = new double[2][];
    double[][] q = p;
    p[0] = x[0].clone();
    p[1] = x[1].clone();
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < 2; i++) {
        p[i][0] += p[0][1] * p[1][0];
      }
      double[] first = q[0];
      q[0] = q[1];
      q[1] = first;
    }
    return p[0][0] * p[1][1] + p[0][1];
  }

  /** The rows of the first loop are used, and then there are others. */
  @Differentiable
  static double filledAgain(double[][] x, int steps) {
    double[][] p = new double[2][];
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      p[i] = x[i].clone();
    }
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < 2; i++) {
        p[i][0] += p[i][1] * p[0][0];
        sum += p[i][0] * p[1][1];
      }
    }
    for (int i = 0; i < 2; i++) {
      p[i] = new double[] {sum, p[i][0]};
    }
    return p[0][0] * p[1][1] + sum * p[0][1];
  }

  @Differentiable
  static double madeInLoop(double[][] x, int steps) {
    double sum = 0;
    for (int s = 0; s < steps; s++) {
      double[][] p = new double[2][];
      for (int i = 0; i < 2; i++) {
        p[i] = x[i].clone();
      }
      for (int i = 0; i < 2; i++) {
        p[i][0] += p[1][1] * p[0][0] + sum;
        sum += p[i][0] * p[1][1];
      }
    }
    return sum;
  }

  @Differentiable
  static double listed(double[] a, double[] b, int steps) {
    double[][] p = {a.clone(), b, a};
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < 3; i++) {
        p[i][0] += 0.1 * p[(i + 1) % 3][1] * p[0][0];
      }
    }
    return p[0][0] * p[1][0] * p[2][0] * a[1];
  }
}
