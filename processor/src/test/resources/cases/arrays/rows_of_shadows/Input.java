package cases.arrays.rows_of_shadows;

import io.github.cotangent.Differentiable;

// Rows that only shadows need to have back.
// run: added(0.7)
// run: addedThenSwapped(0.7)
// run: addedInLoop(new double[] {0.3, -0.5, 0.9})
// run: linearResult(0.7)
// run: argumentRows(new double[][] {{0.3, -0.5}, {0.9, 0.2}})
// run: argumentAdded(new double[][] {{0.3, -0.5}, {0.9, 0.2}}, 0.7)
// run: nestedArgument(new double[][] {{0.3, -0.5}, {0.9, 0.2}}, 0.7)
// run: variableFollows(new double[] {0.3, -0.5, 0.9})
// run: copiesRows(new double[] {0.3, -0.5, 0.9})
// run: inRecord(0.7)
// run: cube(0.7)
// run: whileRows(0.7)
// run: pulled(0.7)
// run: pulledArgument(new double[][] {{0.3, -0.5}, {0.9, 0.2}}, 0.7)
final class Input {
  record Grid(double[][] rows) {}

  static void add(double[][] a, double x) {
    a[0][0] += x;
    a[1][0] += 2 * x;
  }

  @Differentiable
  static double added(double x) {
    double[][] a = new double[2][1];
    add(a, x);
    double y = a[0][0] * a[0][0] + 3 * a[1][0];
    a[1] = new double[] {5 * x};
    y += 7 * a[1][0];
    add(a, y);
    a[1] = new double[1];
    return y + 2 * a[0][0];
  }

  @Differentiable
  static double addedThenSwapped(double x) {
    double[][] a = new double[2][1];
    add(a, x);
    double y = a[0][0] * a[0][0] + 3 * a[1][0];
    double[] t = a[0];
    a[0] = a[1];
    a[1] = t;
    add(a, y);
    y += 7 * a[1][0] + a[0][0];
    a[1] = a[0];
    add(a, y);
    return y + a[1][0];
  }

  @Differentiable
  static double addedInLoop(double[] x) {
    double[][] a = new double[3][1];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      add(a, x[i]);
      y += a[0][0] * a[0][0] + 3 * a[1][0] + a[2][0];
      a[i] = new double[] {y};
      if (i > 0) {
        a[i - 1] = new double[] {2 * y};
        add(a, y);
      }
    }
    return y + 2 * a[0][0] + a[1][0];
  }

  static double[] row(double x) {
    return new double[] {x, 2 * x};
  }

  @Differentiable
  static double linearResult(double x) {
    double[][] a = new double[2][];
    a[0] = row(x);
    a[1] = row(x * x);
    double y = a[0][0] * a[0][1] + 3 * a[1][0];
    a[1] = row(y);
    y += 5 * a[1][1];
    a[0] = a[1];
    a[1] = row(y);
    return y + a[0][0] * 2 + a[1][1];
  }

  @Differentiable
  static double argumentRows(double[][] m) {
    double y = m[0][0] * m[0][1] + 3 * m[1][0];
    m[1] = new double[] {y, 2 * y};
    y += m[1][0] * 2 + m[1][1];
    m[0] = m[1];
    return y + m[0][0] * 2 + m[1][1];
  }

  @Differentiable
  static double argumentAdded(double[][] m, double x) {
    add(m, x);
    double y = m[0][0] * m[0][1] + 3 * m[1][0];
    m[1] = new double[] {y, 2 * y};
    add(m, y);
    y += m[1][0] * 2 + m[1][1];
    double[] t = m[0];
    m[0] = m[1];
    m[1] = t;
    add(m, y);
    return y + m[0][0] * 2 + m[1][1];
  }

  static double replaced(double[][] m, double x) {
    add(m, x);
    double y = 3 * m[0][0];
    m[0] = new double[] {x, y};
    add(m, y);
    return y + m[0][1] * m[0][1];
  }

  @Differentiable
  static double nestedArgument(double[][] m, double x) {
    double y = replaced(m, x);
    y += replaced(m, y) + 2 * m[1][1];
    m[1] = new double[] {y, x};
    y += replaced(m, y);
    return y + m[0][0] * 2 + m[1][1];
  }

  @Differentiable
  static double variableFollows(double[] x) {
    double[][] a = new double[2][1];
    double[][] b = new double[2][1];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      add(a, x[i]);
      add(b, x[i] * x[0]);
      y += a[0][0] * 2 + b[1][0];
      a[1] = new double[] {y};
      double[][] t = a;
      a = b;
      b = t;
      b[0] = new double[] {3 * y};
      add(b, y);
      y += b[0][0] + a[1][0] * a[1][0];
    }
    return y;
  }

  @Differentiable
  static double copiesRows(double[] x) {
    double[][] a = new double[3][2];
    double[][] b = new double[3][];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      a[i][0] = x[i];
      b[i] = a[i];
      a[i] = b[i].clone();
      add(a, x[i]);
      y += 2 * b[i][0] + a[i][0] + b[0][0] * a[0][0];
      System.arraycopy(b, 0, a, 2, 1);
      a[2][1] += y;
    }
    return y + b[0][1] + b[2][0];
  }

  static Grid grid(double x) {
    return new Grid(new double[][] {{x}, {x * x}});
  }

  @Differentiable
  static double inRecord(double x) {
    Grid g = grid(x);
    double y = g.rows()[0][0] * g.rows()[0][0] + 3 * g.rows()[1][0];
    g.rows()[1] = new double[] {5 * x};
    y += 7 * g.rows()[1][0];
    return y + 2 * g.rows()[0][0];
  }

  static double[][][] cubes(double x) {
    double[][][] c = new double[2][2][1];
    c[0][0][0] = x;
    c[1][0][0] = x * x;
    c[1][1][0] = 2 * x;
    return c;
  }

  @Differentiable
  static double cube(double x) {
    double[][][] c = cubes(x);
    double y = c[0][0][0] * c[1][1][0];
    c[1][1][0] = y;
    return y + c[1][1][0] * c[1][0][0];
  }

  @Differentiable
  static double whileRows(double x) {
    double[][] a = new double[2][1];
    double y = x;
    int k = 0;
    while (k < 3) {
      add(a, y);
      y += 0.5 * a[0][0] + a[1][0];
      a[k % 2] = new double[] {y};
      k++;
    }
    return y + a[0][0] * a[1][0];
  }

  @Differentiable
  static double[][] pulled(double x) {
    double[][] a = new double[2][1];
    add(a, x);
    double y = a[0][0] * a[0][0] + 3 * a[1][0];
    a[1] = new double[] {5 * x * y};
    add(a, y);
    a[0] = new double[] {a[0][0], a[1][0]};
    return a;
  }

  @Differentiable
  static void pulledArgument(double[][] m, double x) {
    add(m, x);
    double y = m[0][0] * m[0][1] + 3 * m[1][0];
    m[1] = new double[] {y, 2 * y};
    add(m, y);
    double[] t = m[0];
    m[0] = m[1];
    m[1] = t;
    add(m, y);
  }
}
