package cases.arrays.rows_listed;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// A matrix that is made of new rows: the rows of its shadow are those of the rows.
// run: turned(new double[] {0.3, 0.7, -0.2}, new double[] {1.1, 0.4})
// run: turned(new double[] {}, new double[] {1.1, 0.4})
// run: named(1.3, 0.4)
// run: twice(1.3, 0.4, 1)
// run: replaced(1.3, 0.4, 2)
// run: chosen(1.3, 0.4, true)
// run: chosen(1.3, 0.4, false)
// run: kept(1.3, 0.4, 3)
// run: copies(new double[][] {{1.3, 0.4}, {0.2, 0.9}}, 1)
// run: matrix(1.3, 0.4)
// run: cube(1.3, 0.4)
// run: exchanged(1.3, 0.4)
// run: returnedTwice(1.3, 0.4)
// run: ofParameter(new double[] {1.3, 0.4}, 0.7)
final class Input {
  private static double[][] rotation(double t) {
    double c = Math.cos(t);
    double s = Math.sin(t);
    return new double[][] {{c, -s}, {s, c}};
  }

  private static double[] times(double[][] m, double[] v) {
    double[] out = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < v.length; j++) {
        out[i] += m[i][j] * v[j];
      }
    }
    return out;
  }

  /** Another matrix in each round, one in place and one returned. */
  @Differentiable
  static double turned(double[] angles, double[] start) {
    double[] v = start.clone();
    for (double t : angles) {
      double[][] shear = {{1, t}, {0, 1 + t * t}};
      v = times(rotation(t), times(shear, v));
    }
    return v[0] * v[1];
  }

  /** A row has a name, by which it is changed. */
  @Differentiable
  static double named(double x, double y) {
    double[] first = {x, y, x * y};
    double[][] m = {first, new double[] {y, 1, x}};
    first[0] *= y;
    m[0][1] += first[0];
    double[] second = m[1];
    second[2] *= m[0][1];
    double sum = 0;
    for (double[] row : m) {
      for (double e : row) {
        sum += e * e;
      }
    }
    return sum;
  }

  /** One row in two places. */
  @Differentiable
  static double twice(double x, double y, int at) {
    double[] row = {x, y};
    double[][] m = {row, {y, y}, row};
    m[2][at] *= x;
    m[0][at] *= y;
    return m[0][at] * m[2][0] + m[1][at];
  }

  /** A row is replaced by another: now identity tells. */
  @Differentiable
  static double replaced(double x, double y, int at) {
    double[][] m = {{x, y}, {y, x}, {1, x}};
    m[at] = new double[] {x * y, y};
    m[at][0] *= x;
    return m[0][0] * m[1][0] * m[2][0];
  }

  /** Two matrices, one variable. */
  @Differentiable
  static double chosen(double x, double y, boolean first) {
    double[][] a = {{x, y}, {y, x}};
    double[][] b = {{y, y}, {x, x}};
    double[][] c = first ? a : b;
    int last = c.length - 1;
    c[last][0] *= x;
    return a[last][0] * b[last][0];
  }

  /** Matrices that outlive their round. */
  @Differentiable
  static double kept(double x, double y, int n) {
    double[][][] all = new double[n][][];
    for (int i = 0; i < n; i++) {
      double[][] m = {{x * i, y}, {y, x}};
      m[1][0] += m[0][0];
      all[i] = m;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += all[i][1][0] * all[n - 1 - i][0][0];
    }
    return sum;
  }

  /** Rows that are copies. */
  @Differentiable
  static double copies(double[][] a, int at) {
    double[][] m = {a[1].clone(), a[0].clone()};
    m[at][0] *= m[0][at];
    return m[0][0] * m[1][0] + a[at][at] * m[at][at];
  }

  /** The shadow of what is returned is given. */
  @Differentiable
  static double[][] matrix(double x, double y) {
    double[] top = {x * y, x};
    double[][] m = {top, {y, x / y}};
    top[1] *= m[1][1];
    return m;
  }

  /** So it is of three ranks. */
  @Differentiable
  static double[][][] cube(double x, double y) {
    double[][] plane = {{x, y}, {x * y, 1}};
    double[][][] all = {plane, {{y, y}, {x, x * x}}};
    plane[1][1] = all[1][1][1] * x;
    return all;
  }

  private static double[][] ordered(double x, double y) {
    double[][] m = {{x, y}, {y * y, x}};
    double[] row = m[0];
    m[0] = m[1];
    m[1] = row;
    return m;
  }

  /** Rows are exchanged before the matrix is returned. */
  @Differentiable
  static double exchanged(double x, double y) {
    double[][] m = ordered(x, y);
    int last = m.length - 1;
    return m[0][0] * m[last][0] + m[0][last];
  }

  private static double[][] doubled(double x, double y) {
    double[] row = {x, y};
    double[][] m = {row, row};
    return m;
  }

  /** One row in two places of what is returned. */
  @Differentiable
  static double returnedTwice(double x, double y) {
    double[][] m = doubled(x, y);
    int last = m.length - 1;
    m[last][0] *= y;
    return m[0][0] * m[0][last];
  }

  /** A row that is an argument. */
  @Differentiable
  static double ofParameter(double[] p, @NonDifferentiable double x) {
    double[][] m = {p, {x, x}};
    int last = m.length - 1;
    return m[0][last] * m[last][0] * m[0][0];
  }

  private Input() {}
}
