package cases.arrays.renewed_matrices;

import io.github.cotangent.Differentiable;

// Matrices that methods return, and variables that are given one after the other: the shadow of
// each is a new matrix of zeros, but where rows have two names.
// run: arm(new double[] {0.4, -0.2, 0.7}, 3)
// run: arm(new double[] {0.4, -0.2, 0.7}, 0)
// run: left(new double[] {0.4, -0.2, 0.7}, 0.5)
// run: left(new double[] {0.4, -0.2, 0.7}, 50)
// run: named(new double[] {0.4, -0.2, 0.7})
// run: handed(new double[] {0.4, -0.2, 0.7})
// run: exchanged(new double[] {0.4, -0.2, 0.7})
// run: kept(new double[] {0.4, -0.2, 0.7})
// run: twice(new double[] {0.4, -0.2})
// run: oneRow(new double[] {0.4, -0.2}, 3)
// run: borrowed(new double[] {0.4, -0.2})
// run: listed(new double[] {0.4, -0.2})
// run: ragged(new double[] {0.4, -0.2, 0.7})
// run: blocks(new double[] {0.4, -0.2}, 2)
// run: records(new double[] {0.4, -0.2, 0.7}, 3)
// run: records(new double[] {0.4, -0.2, 0.7}, 0)
// run: chosen(new double[] {0.4, -0.2, 0.7}, true)
// run: chosen(new double[] {0.4, -0.2, 0.7}, false)
// run: replaced(new double[] {0.4, -0.2, 0.7})
final class Input {

  private static double[][] identity() {
    double[][] m = new double[2][2];
    m[0][0] = 1;
    m[1][1] = 1;
    return m;
  }

  private static double[][] turned(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new double[][] {{c, -s}, {s, c * 1.5}};
  }

  private static double[][] multiply(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
          sum += a[i][k] * b[k][j];
        }
        c[i][j] = sum;
      }
    }
    return c;
  }

  @Differentiable
  static double arm(double[] q, int n) {
    double[][] pose = identity();
    for (int i = 0; i < n; i++) {
      pose = multiply(pose, turned(q[i]));
    }
    return pose[0][0] * pose[1][0] + pose[1][1];
  }

  /** Left early, written into, and met again under the name that it had before. */
  @Differentiable
  static double left(double[] q, double limit) {
    double[][] pose = turned(q[0]);
    double sum = 0;
    for (int i = 0; i < q.length; i++) {
      double[][] before = pose;
      pose = multiply(before, turned(q[i]));
      pose[0][1] += q[i] * before[1][0];
      if (pose[0][0] * pose[0][0] > limit) {
        break;
      }
      sum += pose[0][1] * before[0][0];
    }
    return sum + pose[1][1] * pose[0][1];
  }

  /** A row has a name of its own, and keeps it. */
  @Differentiable
  static double named(double[] q) {
    double[][] pose = turned(q[0]);
    double[] row = pose[0];
    for (int i = 0; i < q.length; i++) {
      pose = multiply(pose, turned(q[i]));
    }
    row[0] *= q[1];
    return row[0] * row[1] * pose[1][0];
  }

  private static double norm(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1]);
  }

  @Differentiable
  static double handed(double[] q) {
    double[][] pose = identity();
    double sum = 0;
    for (int i = 0; i < q.length; i++) {
      pose = multiply(pose, turned(q[i]));
      sum += norm(pose[i % 2]) * q[i];
    }
    return sum;
  }

  /** Rows that are exchanged are found by their identity. */
  @Differentiable
  static double exchanged(double[] q) {
    double[][] pose = turned(q[0]);
    for (int i = 0; i < q.length; i++) {
      pose = multiply(pose, turned(q[i]));
      double[] first = pose[0];
      pose[0] = pose[1];
      pose[1] = first;
      pose[0][0] += first[0] * q[i];
    }
    return pose[0][0] * pose[1][1];
  }

  /** All of them are kept. */
  @Differentiable
  static double kept(double[] q) {
    double[][][] all = new double[q.length][][];
    double[][] pose = identity();
    for (int i = 0; i < q.length; i++) {
      pose = multiply(pose, turned(q[i]));
      all[i] = pose;
    }
    return all[0][0][0] * all[1][1][0] + pose[1][1] * all[2][0][1];
  }

  private static double[][] repeated(double x) {
    double[] row = {x, x * x};
    return new double[][] {row, row};
  }

  /** A matrix with one row twice has a shadow with one row twice. */
  @Differentiable
  static double twice(double[] q) {
    double[][] m = repeated(q[0]);
    m[0][0] *= q[1];
    double[][] pose = multiply(m, turned(q[1]));
    pose = repeated(pose[1][0]);
    pose[1][1] += q[0];
    return m[1][0] * pose[0][1];
  }

  private static double[][] filledWithOne(double x, int n) {
    double[][] rows = new double[n][];
    double[] row = {x, 2 * x};
    for (int i = 0; i < n; i++) {
      rows[i] = row;
    }
    return rows;
  }

  @Differentiable
  static double oneRow(double[] q, int n) {
    double[][] rows = filledWithOne(q[0] * q[1], n);
    rows[0][0] += q[0];
    return rows[1][0] * rows[2][1];
  }

  private static double[][] beside(double[] a, double x) {
    return new double[][] {a, {x, x * x}};
  }

  /** A row of what is returned is an argument. */
  @Differentiable
  static double borrowed(double[] q) {
    double[][] m = beside(q, q[0] * q[1]);
    m[0][1] *= m[1][1];
    return q[1] * m[1][0] * m[0][0];
  }

  private static double[][] rowsOf(double[] a) {
    double[] first = {a[0], a[1] * a[1]};
    double[] second = first.clone();
    second[1] *= a[0];
    double[][] m = {second, first};
    first[0] += second[1];
    return m;
  }

  @Differentiable
  static double listed(double[] q) {
    double[][] m = rowsOf(q);
    m = multiply(m, rowsOf(m[0]));
    return m[0][0] * m[1][1];
  }

  private static double[][] triangle(double[] a) {
    double[][] rows = new double[a.length + 1][];
    for (int i = 0; i < a.length; i++) {
      rows[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        rows[i][j] = a[i] * a[j] + j;
      }
    }
    return rows;
  }

  /** Rows of different lengths; the last one is null. */
  @Differentiable
  static double ragged(double[] q) {
    double[][] rows = triangle(q);
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      sum += rows[2][i] * rows[i][0];
      rows = triangle(rows[2]);
    }
    return sum + rows[1][1];
  }

  private static double[][][] cube(double x, int n) {
    double[][][] c = new double[n][2][2];
    for (int i = 0; i < n; i++) {
      c[i][0][1] = x * i;
      c[i][1][0] = x * x;
    }
    return c;
  }

  @Differentiable
  static double blocks(double[] q, int n) {
    double[][][] c = cube(q[0], n);
    c = cube(c[1][0][1] * c[0][1][0] + q[1], n);
    return c[1][0][1] * c[1][1][0];
  }

  record Matrix(double[][] a) {
    Matrix times(Matrix other) {
      return new Matrix(multiply(a, other.a));
    }

    static Matrix of(double angle) {
      return new Matrix(turned(angle));
    }
  }

  @Differentiable
  static double records(double[] q, int n) {
    Matrix pose = new Matrix(identity());
    for (int i = 0; i < n; i++) {
      Matrix step = Matrix.of(q[i]);
      pose = pose.times(step);
    }
    return pose.a()[0][0] * pose.a()[1][0];
  }

  @Differentiable
  static double chosen(double[] q, boolean straight) {
    double[][] m = straight ? identity() : turned(q[0]);
    double[][] pose = turned(q[1]);
    if (!straight) {
      pose = multiply(pose, m);
    }
    return pose[0][0] * pose[1][0] + m[0][0] * q[2];
  }

  /** A row is replaced by a new one. */
  @Differentiable
  static double replaced(double[] q) {
    double[][] pose = turned(q[0]);
    for (int i = 0; i < q.length; i++) {
      pose = multiply(pose, turned(q[i]));
      pose[1] = new double[] {pose[0][0] * q[i], pose[1][1]};
    }
    return pose[0][1] * pose[1][0] + pose[1][1];
  }
}
