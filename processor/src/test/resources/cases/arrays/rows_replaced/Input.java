package cases.arrays.rows_replaced;

import io.github.cotangent.Differentiable;

// Rows are replaced while their old contents are needed, and shadows have to follow.
// run: replaceOther(0.7, 0.4)
// run: shift(new double[] {0.3, -0.5, 0.9})
// run: shiftNew(new double[] {0.3, -0.5, 0.9})
// run: rowThenReplace(new double[] {0.3, -0.5, 0.9})
// run: helperRows(new double[] {0.3, -0.5, 0.9})
// run: stack(new double[] {0.3, -0.5, 0.9})
// run: cubeSwap(new double[] {0.3, -0.5, 0.9})
// run: ring(new double[] {0.3, -0.5, 0.9}, 5)
// run: argument(new double[][] {{0.3, -0.5}, {0.9, 0.2}, {0.6, 0.8}})
// run: argumentNew(new double[][] {{0.3, -0.5}, {0.9, 0.2}, {0.6, 0.8}})
// run: linearOnly(new double[] {0.3, -0.5, 0.9})
// run: linearDown(new double[] {0.3, -0.5, 0.9})
// run: helperReplaces(new double[] {0.3, -0.5, 0.9})
// run: ragged(new double[] {0.3, -0.5, 0.9})
final class Input {
  @Differentiable
  static double replaceOther(double p, double q) {
    double[][] a = new double[3][2];
    a[0][0] = p * q;
    a[1][0] = p * p;
    a[2][0] = q * q;
    double y = a[0][0] * a[0][0] + 3 * a[1][0] + 2 * a[2][0] * q;
    a[1] = new double[3];
    a[1][2] = y * q;
    a[2] = new double[] {y * p};
    y += a[1][2] + a[2][0] * p;
    a[1] = new double[1];
    a[1][0] = y * a[2][0];
    return y + a[1][0] * 2;
  }

  @Differentiable
  static double shift(double[] x) {
    double[][] a = new double[4][1];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      a[i][0] = x[i];
    }
    for (int i = 0; i < 3; i++) {
      y += a[i][0] * 2 + a[i + 1][0] * a[0][0];
      a[i] = a[i + 1];
      a[i][0] += y * x[i];
      y += a[0][0];
    }
    return y + a[1][0] * a[0][0];
  }

  @Differentiable
  static double shiftNew(double[] x) {
    double[][] a = new double[4][];
    double y = 0;
    a[0] = new double[] {x[0], x[1]};
    for (int i = 1; i < 4; i++) {
      a[i] = new double[i + 1];
      for (int j = 0; j < i; j++) {
        a[i][j] = a[i - 1][j] * x[0] + y;
        y += a[i][j] * a[i - 1][j];
      }
      a[i][i] = y;
      a[i - 1] = new double[i + 2];
      a[i - 1][i + 1] = a[i][0] * y;
      a[i - 1][0] = a[i][i] * 0.5;
      y += a[i - 1][i + 1];
    }
    return y + a[1][0] * a[0][0];
  }

  @Differentiable
  static double rowThenReplace(double[] x) {
    double[][] a = new double[3][2];
    double y = 0;
    for (int s = 0; s < 2; s++) {
      for (int i = 0; i < 3; i++) {
        double[] row = a[i];
        row[0] += x[i] * x[i];
        y += row[0] * 3;
        a[i] = new double[2];
        row[1] = y * x[i];
        a[i][0] = row[1] * row[0];
        y += a[i][0] * 2 + row[1];
        double[] next = a[(i + 1) % 3];
        next[1] = y * row[0];
        row = next;
        row[0] += row[1] * x[0];
      }
    }
    return y + a[0][0] + a[2][1];
  }

  static double use(double[] a, double f) {
    a[0] *= f;
    return 2 * a[0] + a[1] * f;
  }

  @Differentiable
  static double helperRows(double[] x) {
    double[][] a = new double[3][2];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      a[i][0] = x[i];
      a[i][1] = x[i] * x[0];
      y += use(a[i], x[1]);
      a[i] = new double[2];
      a[i][1] = y;
      y += use(a[i], y);
      a[i][0] = y * x[i];
    }
    for (int i = 1; i < 3; i++) {
      y += use(a[i - 1], x[i]);
      a[i - 1] = a[i];
      y += use(a[i - 1], x[i]);
      a[i] = new double[2];
      a[i][1] = y;
    }
    return y + a[0][0] + a[2][1];
  }

  @Differentiable
  static double stack(double[] x) {
    double[][] s = new double[4][];
    int top = 0;
    s[0] = new double[] {x[0]};
    double y = 0;
    for (int i = 0; i < 6; i++) {
      if (i % 3 == 2) {
        y += s[top][0] * s[top - 1][0];
        top--;
        s[top][0] *= x[2];
      } else {
        top++;
        s[top] = new double[1];
        s[top][0] = s[top - 1][0] * x[i % 3] + y;
      }
    }
    return y + s[top][0] * s[0][0];
  }

  @Differentiable
  static double cubeSwap(double[] x) {
    double[][][] c = new double[2][2][3];
    double y = 0;
    for (int k = 0; k < 3; k++) {
      c[0][0][k] = x[k] * x[0];
      c[1][1][k] = x[k];
    }
    for (int k = 0; k < 2; k++) {
      y += c[0][0][k] * c[1][1][k] * 2;
      double[][] t = c[0];
      c[0] = c[1];
      c[1] = t;
      c[0][1][k] = y * c[1][0][k];
      double[] r = c[0][0];
      c[0][0] = c[0][1];
      c[0][1] = r;
      c[1][0][k + 1] = c[0][0][k] * y;
      r[k] = y;
      y += c[0][1][k] * c[0][0][k];
      c[1] = new double[2][3];
      c[1][1][k + 1] = y * x[k];
      c[1][0][k] = y;
      y += c[1][1][1] * 2;
    }
    return y + c[0][0][1] * c[1][1][2] + c[1][0][1];
  }

  @Differentiable
  static double ring(double[] x, int n) {
    double[][] h = new double[2][3];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      h[0][i] = x[i];
    }
    for (int s = 1; s < n; s++) {
      int from = (s - 1) % 2;
      int to = s % 2;
      for (int i = 0; i < 3; i++) {
        h[to][i] = h[from][i] * h[from][(i + 1) % 3] + x[i];
      }
      y += h[to][0] * h[from][1];
    }
    return y;
  }

  @Differentiable
  static double argument(double[][] m) {
    double y = 0;
    for (int i = 0; i + 1 < m.length; i++) {
      y += m[i][0] * m[i + 1][1];
      double[] t = m[i];
      m[i] = m[i + 1];
      m[i + 1] = t;
      m[i][0] = y * t[1];
      t[0] = m[i][0] * m[i][1];
    }
    return y + m[0][0] * m[2][0];
  }

  @Differentiable
  static double argumentNew(double[][] m) {
    double y = 0;
    for (int i = 0; i + 1 < m.length; i++) {
      y += m[i][0] * m[i + 1][1] + m[i][1];
      m[i] = new double[] {y, m[i + 1][0]};
      m[i][0] *= m[i + 1][0];
      m[i + 1] = new double[2];
      m[i + 1][0] = y * m[i][0];
      m[i + 1][1] = m[i][1] * m[i + 1][0];
    }
    return y + m[0][0] * m[2][0] + m[1][1];
  }

  @Differentiable
  static double linearOnly(double[] x) {
    double[][] a = new double[3][2];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      a[i][0] = x[i];
      y += 2 * a[i][0];
      a[i] = new double[2];
      a[i][1] = x[i];
      y += 3 * a[i][1] + a[0][0] + a[0][1];
      a[0] = new double[2];
      a[0][0] = y;
    }
    return y + a[0][0] * 2 + a[2][1];
  }

  @Differentiable
  static double linearDown(double[] x) {
    double[][] a = new double[3][2];
    double y = 0;
    for (int i = 2; i >= 0; i--) {
      a[i][0] = x[i];
      a[i][1] = x[i] * x[i];
    }
    for (int i = 2; i > 0; i--) {
      y += a[i - 1][0] * a[i - 1][0] + 2 * a[i][0];
      a[i] = new double[2];
      a[i][1] = a[i - 1][1] * 3;
      y += a[i][1];
    }
    return y + a[1][1] * 2 + a[2][1];
  }

  static void replace(double[][] a, int i, double v) {
    double[] row = new double[2];
    row[0] = v * v;
    row[1] = a[i][0] * row[0];
    a[i] = row;
    a[i][1] = row[1] * a[i][0];
    row[0] = a[i][1] * v;
  }

  @Differentiable
  static double helperReplaces(double[] x) {
    double[][] a = new double[3][2];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      a[i][0] = x[i] * x[0];
      replace(a, i, x[i]);
      y += a[i][1] * a[i][0] + 2 * a[0][0];
      replace(a, 0, y);
      a[i][0] = y * a[0][1];
    }
    return y + a[1][1] * 2 + a[0][1];
  }

  @Differentiable
  static double ragged(double[] x) {
    double[][] a = new double[3][];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] row = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        row[j] = x[j] * x[i] + y;
      }
      y += row[i] * row[0];
      row[0] = y * x[0];
      a[i] = row;
      if (i > 0) {
        a[i][i - 1] = a[i - 1][i - 1] * a[i][i];
        a[i - 1][0] = a[i][0] * y;
      }
    }
    return y + a[1][1] * a[0][0] + a[2][1];
  }
}
