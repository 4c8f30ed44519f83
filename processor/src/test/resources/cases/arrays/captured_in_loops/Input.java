package cases.arrays.captured_in_loops;

import io.github.cotangent.Differentiable;

// Arrays made in loops, with other names before or after they are written.
// run: aliasBefore(new double[] {0.3, -0.5, 0.9})
// run: aliasAfter(new double[] {0.3, -0.5, 0.9})
// run: aliasInInner(new double[] {0.3, -0.5, 0.9})
// run: aliasInRecord(new double[] {0.3, -0.5, 0.9})
// run: passedToHelper(new double[] {0.3, -0.5, 0.9})
// run: keptInRows(new double[] {0.3, -0.5, 0.9})
// run: keptInRowsBefore(new double[] {0.3, -0.5, 0.9})
// run: chosen(new double[] {0.3, -0.5, 0.9})
// run: cloneThenWrite(new double[] {0.3, -0.5, 0.9})
// run: whileMade(new double[] {0.3, -0.5, 0.9})
// run: readAnyBefore(new double[] {0.3, -0.5, 0.9})
// run: rowsOfMade(new double[] {0.3, -0.5, 0.9})
// run: helperReturnsSame(new double[] {0.3, -0.5, 0.9})
// run: helperKeeps(new double[] {0.3, -0.5, 0.9})
// run: linearRows(0.7, 0.4)
// run: storedOldCalled(0.7, 0.4)
// run: storedInWhile(0.7, 0.4)
// run: storedHelperRead(0.7, 0.4)
// run: nestedMatrices(0.7, 0.4)
// run: literalHolder(0.7, 0.4)
// run: switchMade(new double[] {0.3, -0.5, 0.9}, 1)
// run: intRows(new double[] {0.3, -0.5, 0.9})
// run: intBuilt(new double[] {0.3, -0.5, 0.9})
final class Input {
  record Box(double[] data, double scale) {}

  @Differentiable
  static double aliasBefore(double[] x) {
    double[] last = x.clone();
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = new double[2];
      last = b;
      last[0] = x[i] * x[0];
      y += Math.sin(last[0] * 2);
      b[0] = y * x[i];
      y += last[0] * b[0];
    }
    return y + last[0];
  }

  @Differentiable
  static double aliasAfter(double[] x) {
    double[] last = x.clone();
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = new double[2];
      b[0] = last[0] * x[i];
      y += Math.sin(last[0] * b[0]);
      b[1] = y * last[1];
      last = b;
      if (i == 1) {
        b[1] = last[0] * last[1];
      }
      y += last[0] * last[1];
      last[0] = y * x[i];
    }
    return y + last[0] * last[1];
  }

  @Differentiable
  static double aliasInInner(double[] x) {
    double[] last = x.clone();
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = x.clone();
      for (int j = 0; j < 3; j++) {
        y += last[j] * last[j];
        b[j] = y * x[i];
        y += b[j] * last[0];
        if (j == 0) {
          last = b;
        }
        b[2] = last[0] * b[j];
      }
    }
    return y + last[0];
  }

  @Differentiable
  static double aliasInRecord(double[] x) {
    Box box = new Box(x.clone(), 2);
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = new double[3];
      b[0] = box.data()[1] * x[i];
      y += b[0] * b[0] * box.scale();
      b[1] = box.data()[0] * y;
      box = new Box(b, x[i]);
      b[0] = y * box.data()[1];
      y += box.data()[0] * box.data()[1];
    }
    return y + box.data()[0];
  }

  static double total(double[] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * a[i];
    }
    return s;
  }

  @Differentiable
  static double passedToHelper(double[] x) {
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = new double[2];
      b[0] = x[i] * x[0];
      y += total(b);
      b[0] = y * x[i];
      b[1] = total(b);
      y += total(b) * b[1];
      b[1] = b[0] * y;
    }
    return y;
  }

  @Differentiable
  static double keptInRows(double[] x) {
    double[][] rows = new double[3][];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = new double[2];
      b[0] = x[i] * x[0];
      b[1] = y * b[0];
      y += i > 0 ? rows[i - 1][0] * rows[i - 1][1] : x[1];
      b[1] = y * b[0];
      rows[i] = b;
    }
    for (int i = 1; i < 3; i++) {
      y += rows[i][0] * rows[i - 1][1];
      rows[i][0] = y * rows[i][1];
      rows[i - 1][1] = rows[i][0] * rows[i][0];
    }
    return y + rows[0][1] * rows[2][0];
  }

  @Differentiable
  static double keptInRowsBefore(double[] x) {
    double[][] rows = new double[3][];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = new double[2];
      rows[i] = b;
      rows[i][0] = x[i] * x[0];
      y += rows[i][0] * rows[i][0] * rows[0][0];
      b[0] = y * x[i];
      y += rows[i][0] * b[0];
      rows[i][0] = b[0] * b[0];
    }
    return y + rows[0][0] * rows[2][0];
  }

  @Differentiable
  static double chosen(double[] x) {
    double y = 0;
    double[] other = x.clone();
    for (int i = 0; i < 3; i++) {
      double[] b = new double[3];
      double[] c = i == 1 ? other : b;
      c[i] = x[i] * x[0];
      y += c[i] * c[i] * other[1];
      b[i] = y * x[i];
      y += c[i] * b[i];
      other[i] = c[i] * b[i];
    }
    return y + other[1];
  }

  @Differentiable
  static double cloneThenWrite(double[] x) {
    double[] a = x.clone();
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = a.clone();
      b[0] = a[0] * a[1];
      y += b[0] * b[1] * a[2];
      a[i] = b[i] * b[i];
      b[1] = a[i] * y;
      a = b;
    }
    return y + a[0] * a[1];
  }

  @Differentiable
  static double whileMade(double[] x) {
    double[] prev = x;
    double y = 0;
    int i = 0;
    while (true) {
      double[] b = new double[3];
      do {
        b[i] = prev[i] * prev[0];
        y += Math.sin(b[i]);
        b[i] = y * prev[2];
        i++;
      } while (i % 2 == 1);
      b[2] = y;
      prev = b;
      if (i > 1) {
        break;
      }
    }
    return y + prev[0] * prev[1] * prev[2];
  }

  @Differentiable
  static double readAnyBefore(double[] x) {
    double y = 0;
    for (int i = 0; i < 3; i++) {
      y += total(x);
      double[] b = new double[3];
      b[0] = x[i] * y;
      y += total(b);
      double[] c = b;
      c[0] = y * x[0];
      y += total(c) * c[0];
      b[0] = c[0] * c[0];
    }
    return y;
  }

  @Differentiable
  static double rowsOfMade(double[] x) {
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[][] m = new double[2][2];
      double[] r = m[0];
      r[0] = x[i] * x[0];
      y += Math.sin(r[0]);
      m[0][0] = y * x[i];
      double[] q = m[1];
      q[1] = m[0][0] * r[0];
      y += q[1] * q[1];
      m[1][1] = r[0] * y;
      r = q;
      r[0] = y * q[1];
      y += m[1][0] * m[1][1];
      m[1][0] = x[i];
    }
    return y;
  }

  static double[] same(double[] a) {
    a[0] = a[1] * a[0];
    return a;
  }

  @Differentiable
  static double helperReturnsSame(double[] x) {
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = x.clone();
      double[] c = same(b);
      y += c[0] * c[1];
      b[0] = y * x[i];
      y += c[0] * b[1] * b[0];
      c[1] = b[0] * y;
      y += b[1] * b[1];
    }
    return y;
  }

  static void keep(double[][] to, double[] row, int i) {
    to[i] = row;
    row[0] *= row[1];
  }

  @Differentiable
  static double helperKeeps(double[] x) {
    double[][] rows = new double[3][3];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      double[] b = x.clone();
      keep(rows, b, i);
      y += rows[i][0] * rows[0][1];
      b[0] = y * x[i];
      b[1] = rows[i][0] * rows[i][2];
      y += rows[i][1] * rows[0][0];
      rows[i][0] = y;
    }
    return y + rows[0][0] * rows[1][0];
  }

  @Differentiable
  static double linearRows(double p, double q) {
    double[][] a = new double[2][2];
    a[0][0] = p * q;
    a[1][0] = p * p;
    double y = a[0][0] * a[0][0] + 3 * a[1][0];
    a[1] = new double[2];
    a[1][0] = y * q;
    y += a[1][0] + a[0][0] * q;
    a[0] = new double[2];
    a[0][0] = y * y;
    return y + a[0][0] * 2;
  }

  static double sine(double[] a) {
    return Math.sin(a[0]) * a[0];
  }

  @Differentiable
  static double storedOldCalled(double p, double q) {
    double[] row = new double[2];
    row[0] = p * q;
    double y = row[0] * row[0] * p;
    y += Math.sin(y) * row.length;
    double[][] a = new double[2][2];
    a[1] = row;
    a[1][0] = q * y;
    return y + a[1][0] * p;
  }

  @Differentiable
  static double storedInWhile(double p, double q) {
    double y = p;
    int k = 0;
    while (k < 3) {
      double[][] m = new double[2][2];
      m[0][1] = y * q;
      y += m[0][1] * m[0][1];
      double[][][] a = new double[2][][];
      if (k != 1) {
        a[0] = m;
        a[0][0][1] = Math.sin(y);
        y += a[0][0][1] * q;
      }
      k++;
    }
    return y;
  }

  @Differentiable
  static double storedHelperRead(double p, double q) {
    double[] row = new double[2];
    row[0] = p * q;
    double y = sine(row);
    double[][] a = new double[2][];
    a[1] = row;
    a[1][0] = q * y;
    return y + sine(row) * p + a[1][0];
  }

  @Differentiable
  static double nestedMatrices(double p, double q) {
    double[][][] c = new double[2][2][2];
    double[][] m = new double[2][2];
    m[1][0] = p * q;
    double y = m[1][0] * m[1][0];
    c[1] = m;
    c[1][1][0] = q * y;
    y += c[1][1][0] * c[1][1][0];
    c[0][1][0] = y * y;
    c[1][1][0] = p;
    return y + c[0][1][0] * q;
  }

  @Differentiable
  static double literalHolder(double p, double q) {
    double[] row = {p * q, q};
    double y = Math.sin(row[0]) * row[0];
    double[][] a = {row, {p, q}};
    a[0][0] = q * y;
    y += row[0] * row[0];
    double[][] b = new double[][] {row};
    b[0][0] = p;
    a[1][0] = y;
    return y + row[0] * row[0] + a[1][0];
  }

  @Differentiable
  static double switchMade(double[] x, int k) {
    double y = 0;
    double[] row = new double[3];
    row[0] = x[0] * x[1];
    switch (k) {
      case 0:
        y = 1;
      case 1:
        y += row[0] * row[0];
      default:
        double[][] a = new double[3][];
        y += row[0] * y;
        a[k] = row;
        a[k][0] = y * x[2];
        y += a[1][0] * row[0];
    }
    return y * row[0];
  }

  @Differentiable
  static double intRows(double[] x) {
    int[] p = new int[3];
    p[0] = 1;
    double y = x[p[0]] * x[p[0]] * x[0];
    int[][] q = new int[2][];
    q[1] = p;
    q[1][0] = 2;
    y += x[p[0]] * x[p[0]] * x[1];
    return y * x[p[0]];
  }

  @Differentiable
  static double intBuilt(double[] x) {
    int[] p = new int[3];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      p[i] = (i + 1) % 3;
      y += x[p[i]] * x[p[0]] * x[i];
      if (i > 0) {
        p[i - 1] = p[i];
        y += x[p[i - 1]] * x[p[0]];
      }
    }
    return y * x[p[0]] * x[p[1]];
  }
}
