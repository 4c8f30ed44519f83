package cases.arrays.element_of_call;

import io.github.cotangent.Differentiable;

// The row of an element is found before the call whose result it gets: it has to be kept where the call may replace it.
// run: gram(new double[][] {{0.3, -0.5}, {0.9, 0.2}, {0.6, 0.8}}, 1.3)
// run: replacedByCall(0.7)
// run: replacedInRecord(0.7)
// run: replacedThroughCube(0.7)
// run: counted(new double[] {0.3, -0.5, 0.9})
final class Input {
  record Table(double[][] rows) {}

  static double kernel(double[] a, double[] b, double scale) {
    double d = 0;
    for (int i = 0; i < a.length; i++) {
      d += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.exp(-d * scale);
  }

  /** The call gets rows, but no array of rows: it cannot replace one. */
  @Differentiable
  static double gram(double[][] x, double scale) {
    double[][] k = new double[x.length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j <= i; j++) {
        k[i][j] = kernel(x[i], x[j], scale);
        k[j][i] += 2 * kernel(k[i], x[j], scale);
      }
    }
    double y = 0;
    for (double[] row : k) {
      for (double v : row) {
        y += v * v;
      }
    }
    return y;
  }

  static double replace(double[][] rows, double x) {
    rows[0] = new double[] {x, x * x};
    return 3 * x;
  }

  /** What is written is the old row's. */
  @Differentiable
  static double replacedByCall(double x) {
    double[][] m = {{x, 2}, {3, 4 * x}};
    double[] old = m[0];
    m[0][1] = replace(m, x * x);
    m[0][1] += replace(m, x) * m[0][0];
    return old[1] * x + 5 * m[0][1] + m[0][0];
  }

  static double replace(Table table, double x) {
    return replace(table.rows(), x * x);
  }

  @Differentiable
  static double replacedInRecord(double x) {
    double[][] m = {{x, 2}, {3, 4 * x}};
    Table table = new Table(m);
    double[] old = m[0];
    m[0][1] = replace(table, x);
    return old[1] * x + 5 * m[0][1] + m[0][0];
  }

  static double replace(double[][][] cube, double x) {
    return replace(cube[0], x);
  }

  @Differentiable
  static double replacedThroughCube(double x) {
    double[][] m = {{x, 2}, {3, 4 * x}};
    double[] old = m[0];
    m[0][1] = replace(new double[][][] {m}, x);
    return old[1] * x + 5 * m[0][1] + m[0][0];
  }

  static double count(int[] n, double x) {
    n[0]++;
    return x * n[0];
  }

  /** The index is read before the call changes it, and the row cannot change. */
  @Differentiable
  static double counted(double[] x) {
    double[][] m = new double[2][4];
    int[] n = {0};
    for (double v : x) {
      m[1][n[0]] = count(n, v * v);
      m[0][n[0]] = count(n, v) * m[1][0];
      n[0]--;
    }
    return m[1][0] * m[1][1] + m[1][2] + m[0][1] * m[0][2] * m[0][3];
  }

  private Input() {}
}
