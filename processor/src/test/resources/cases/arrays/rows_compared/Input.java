package cases.arrays.rows_compared;

import io.github.cotangent.Differentiable;

// Rows with two names, rows stored, swapped, cloned.
// run: storedOldDeep(0.7, 1.3)
// run: storedOldWrite(0.7, 1.3)
// run: storedInLoop(new double[] {0.3, -0.5, 0.9})
// run: swapped(new double[][] {{0.3, -0.5}, {0.9, 0.2}})
// run: swappedHelper(new double[][] {{0.3, -0.5}, {0.9, 0.2}})
// run: replacedRows(new double[] {0.3, -0.5, 0.9})
// run: cloned(new double[][] {{0.3, -0.5}, {0.9, 0.2}})
// run: copyRows(new double[][] {{0.3, -0.5}, {0.9, 0.2}})
// run: twoRows(0.7, 0.4, 1)
// run: twoRows(0.7, 0.4, 0)
// run: aliasArgs(new double[] {0.3, -0.5, 0.9}, new double[] {1.3, 1.5, 1.9})
// run: selfAlias(new double[] {0.3, -0.5, 0.9})
// run: rowsArg(new double[][] {{0.3, -0.5}, {0.9, 0.2}})
// run: sameRowTwice(new double[] {0.3, -0.5, 0.9})
// run: filledRows(new double[] {0.3, -0.5, 0.9})
// run: literalRows(new double[] {0.3, -0.5, 0.9})
// run: triangular(new double[] {0.3, -0.5, 0.9})
// run: chosenRow(new double[] {0.3, -0.5, 0.9}, true)
// run: chosenRow(new double[] {0.3, -0.5, 0.9}, false)
// run: keepLast(new double[] {0.3, -0.5, 0.9})
// run: ping(new double[] {0.3, -0.5, 0.9}, 3)
// run: cube(new double[] {0.3, -0.5, 0.9})
// run: history(new double[] {0.3, -0.5, 0.9})
final class Input {
  @Differentiable
  static double storedOldDeep(double p, double q) {
    double[][] m = new double[2][2];
    m[0][1] = p * q;
    double y = Math.sin(m[0][1]) * m[0][1];
    double[][][] a = new double[1][][];
    a[0] = m;
    a[0][0][1] = q * q * 3;
    return y + a[0][0][1] * p;
  }

  @Differentiable
  static double storedOldWrite(double p, double q) {
    double[] row = new double[2];
    double[][] a = new double[1][];
    a[0] = row;
    a[0][0] = p * q;
    double y = Math.sin(a[0][0]) * a[0][0];
    row[0] = q * q * 3;
    return y + a[0][0] * row[0] * p;
  }

  @Differentiable
  static double storedInLoop(double[] x) {
    double y = 0;
    for (int i = 0; i < x.length; i++) {
      double[] row = new double[2];
      row[0] = x[i] * x[i];
      y += Math.sin(row[0]) * row[0];
      double[][] a = new double[2][];
      a[1] = row;
      a[1][0] = x[i] * 3;
      y += a[1][0] * a[1][0] * x[i];
    }
    return y;
  }

  @Differentiable
  static double swapped(double[][] m) {
    double[][] a = new double[2][2];
    a[0][0] = m[0][0] * m[0][1];
    a[1][0] = m[1][0] * m[0][1];
    double y = a[0][0] * a[0][0] * a[1][0];
    double[] t = a[0];
    a[0] = a[1];
    a[1] = t;
    a[1][0] = m[1][1] * m[0][0];
    y += a[0][0] * a[1][0];
    return y;
  }

  static void swap(double[][] a, int i, int j) {
    double[] t = a[i];
    a[i] = a[j];
    a[j] = t;
  }

  @Differentiable
  static double swappedHelper(double[][] m) {
    double[][] a = new double[2][2];
    a[0][0] = m[0][0] * m[0][1];
    a[1][0] = m[1][0] * m[0][1];
    double y = a[0][0] * a[0][0] * a[1][0];
    swap(a, 0, 1);
    a[1][0] = m[1][1] * m[0][0];
    y += a[0][0] * a[1][0];
    swap(a, 0, 1);
    a[1][0] = m[1][1] * m[0][1];
    return y + Math.sin(a[0][0] * a[1][0]);
  }

  /** Rows are replaced by new ones, the shadows have to follow. */
  @Differentiable
  static double replacedRows(double[] x) {
    double[][] a = new double[3][2];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      a[i][0] = x[i] * x[i];
      a[i][1] = x[i];
    }
    for (int i = 0; i < 3; i++) {
      y += a[i][0] * a[i][1];
      a[i] = new double[2];
      a[i][0] = x[2 - i] * y;
      a[i][1] = x[i] + 1;
    }
    for (int i = 0; i < 3; i++) {
      y += a[i][0] * a[i][1];
    }
    return y;
  }

  @Differentiable
  static double cloned(double[][] m) {
    double[][] a = new double[2][2];
    a[0][0] = m[0][0] * m[0][1];
    a[1][0] = m[1][0] * m[0][1];
    double[][] b = a.clone();
    double y = b[0][0] * b[0][0] * b[1][0];
    a[0][0] = m[1][1];
    a[1][0] = m[1][0] * 2;
    return y + b[0][0] * b[1][0];
  }

  @Differentiable
  static double copyRows(double[][] m) {
    double[][] a = new double[2][2];
    double[][] b = new double[2][2];
    a[0][0] = m[0][0] * m[0][1];
    a[1][0] = m[1][0] * m[0][1];
    double y = a[0][0] * a[0][0] * a[1][0];
    System.arraycopy(a, 0, b, 1, 1);
    b[1][0] = m[1][1] * m[0][1];
    b[0][0] = m[0][1];
    return y + a[0][0] * b[1][0] * b[0][0];
  }

  @Differentiable
  static double twoRows(double p, double q, int k) {
    double[] r = new double[2];
    r[0] = p * q;
    double[][] a = new double[2][];
    a[k] = r;
    a[1 - k] = r;
    double y = Math.sin(a[0][0] * a[1][0]);
    a[1 - k][0] = p * p;
    y += Math.sin(a[k][0]);
    a[k][0] = q * p + q;
    return y + a[1 - k][0] * a[0][0];
  }

  static double add(double[] a, double[] b) {
    double s = 0;
    for (int i = 0; i + 1 < a.length; i++) {
      s += a[i + 1] * b[i + 1] * b[i + 1];
      a[i] = a[i + 1] * b[i];
      b[i] = b[i + 1] * a[i];
    }
    return s;
  }

  @Differentiable
  static double aliasArgs(double[] x, double[] y) {
    double[] u = x.clone();
    double[] v = y.clone();
    return add(u, v) + add(u, u) * v[1] + u[0] * v[0];
  }

  @Differentiable
  static double selfAlias(double[] x) {
    double[] u = x.clone();
    double[] w = u;
    double s = 0;
    for (int i = 0; i < 2; i++) {
      s += u[i] * u[i] * w[i + 1];
      w[i] = s * u[i + 1];
      u[i + 1] = w[i] * w[i];
    }
    return s + w[2];
  }

  static double mix(double[][] a) {
    double s = 0;
    for (int i = 0; i < 2; i++) {
      double[] row = a[i];
      s += row[0] * row[0] * row[1];
      a[1 - i][0] = s * row[1];
      row[1] = a[1 - i][0] * a[1 - i][0];
    }
    return s * a[0][0] + a[1][1];
  }

  @Differentiable
  static double rowsArg(double[][] m) {
    double[][] a = new double[][] {m[0].clone(), m[1].clone()};
    double[] one = m[0].clone();
    double[][] b = new double[][] {one, one};
    return mix(a) + mix(b);
  }

  @Differentiable
  static double sameRowTwice(double[] x) {
    double[] one = x.clone();
    double[][] b = {one, one};
    double y = 0;
    for (int i = 1; i < 2; i++) {
      for (int k = 0; k < 3; k++) {
        y += b[0][k] * b[0][k];
        b[i][k] = y * x[k];
        y += b[0][k] * b[0][k];
      }
    }
    return y;
  }

  @Differentiable
  static double filledRows(double[] x) {
    double[] one = x.clone();
    double[][] b = new double[2][];
    java.util.Arrays.fill(b, one);
    double y = 0;
    for (int k = 0; k < 3; k++) {
      y += b[0][k] * b[0][k];
      b[1][k] = y * x[k];
      y += b[0][k] * b[0][k];
    }
    return y;
  }

  @Differentiable
  static double literalRows(double[] x) {
    double[][] b = {{x[0], x[1]}, {x[1], x[2]}};
    double y = 0;
    for (int k = 0; k < 2; k++) {
      y += b[0][k] * b[0][k];
      b[1][k] = y * b[0][k];
      b[0][k] = Math.exp(b[1][k]);
    }
    return y + b[0][0] * b[0][1] * b[1][1];
  }

  @Differentiable
  static double triangular(double[] x) {
    int n = x.length;
    double[][] l = new double[n][];
    for (int i = 0; i < n; i++) {
      l[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        l[i][j] = x[i] * x[j] + (i == j ? 2 : 0);
      }
    }
    double y = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        l[i][j] = l[i][j] / l[j][j];
        for (int k = j + 1; k <= i; k++) {
          l[i][k] -= l[i][j] * l[k][j];
        }
        y += l[i][j] * l[i][j];
      }
      l[i][i] = Math.sqrt(l[i][i]);
      y += l[i][i];
    }
    return y;
  }

  @Differentiable
  static double chosenRow(double[] x, boolean first) {
    double[][] a = new double[2][3];
    double[][] b = new double[2][3];
    for (int i = 0; i < 3; i++) {
      a[0][i] = x[i];
      b[0][i] = x[i] * 2;
    }
    double[][] c = first ? a : b;
    double y = 0;
    for (int i = 0; i < 3; i++) {
      y += c[0][i] * c[0][i];
      a[0][i] = x[i] * y;
      b[1][i] = c[0][i] * c[0][i];
    }
    return y + b[1][2] * c[0][1];
  }

  @Differentiable
  static double keepLast(double[] x) {
    double[] last = x;
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = new double[2];
      b[0] = last[0] * last[0] + x[i];
      y += Math.sin(b[0] * last[1]);
      b[1] = y * last[0];
      last = b;
      b[0] = last[0] * last[1];
      y += last[0] * b[1];
    }
    return y;
  }

  @Differentiable
  static double ping(double[] x, int steps) {
    double[] a = x.clone();
    double[] b = new double[3];
    for (int s = 0; s < steps; s++) {
      for (int i = 1; i < 2; i++) {
        b[i] = a[i - 1] * a[i + 1] + a[i] * a[i];
      }
      b[0] = a[1] * a[0];
      b[2] = Math.sin(a[2]);
      double[] t = a;
      a = b;
      b = t;
    }
    return a[0] + a[1] * b[2];
  }

  @Differentiable
  static double cube(double[] x) {
    double[][][] c = new double[2][2][3];
    double y = 0;
    for (int k = 0; k < 3; k++) {
      c[0][0][k] = x[k];
      c[1][0][k] = x[k] * x[k];
    }
    double[][] m = c[0];
    double[] r = c[1][0];
    for (int k = 0; k < 2; k++) {
      y += m[0][k] * r[k] * r[k + 1];
      c[1][1][k] = y * r[k];
      r[k] = m[0][k + 1] * m[0][k + 1];
      c[0][0][k] = r[k] * c[1][1][k];
      y += c[0][0][k] * c[1][0][k];
    }
    c[0] = c[1];
    c[0][0][1] = y * x[0];
    y += r[1] * r[1] + m[0][1] * m[0][1];
    c[1][0][1] = x[1] * 2;
    return y + m[0][0] * c[0][0][1];
  }

  @Differentiable
  static double history(double[] x) {
    double[][] h = new double[4][];
    h[0] = x.clone();
    double y = 0;
    for (int t = 1; t < 4; t++) {
      double[] next = new double[3];
      for (int i = 0; i < 3; i++) {
        next[i] = h[t - 1][i] * h[t - 1][(i + 1) % 3];
      }
      h[t] = next;
      y += h[t][0] * h[t][0];
      h[t][0] = Math.sin(h[t][1]) * h[t - 1][0];
      h[t - 1][2] = y * h[t][2];
    }
    return y + h[3][0] * h[2][2];
  }
}
