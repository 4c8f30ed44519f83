package cases.calls.row_replaced_between_calls;

import io.github.cotangent.Differentiable;

// A row of a matrix is replaced by another array between two calls of a method that reads it.
// run: f(new double[][] {{1.5, 0.5}, {2.5}}, new double[] {0.7, 1.1})
// run: double[] a = {1.5, 0.5}; f(new double[][] {a, a}, new double[] {0.7, 1.1})
// run: double[] a = {1.5, 0.5}; f(new double[][] {a, {2.5}}, a)
// run: fresh(new double[][] {{1.5, 0.5}, {2.5}}, 0.7)
// run: inLoop(new double[][] {{1.5, 0.5}, {2.5}}, new double[] {0.7, 1.1}, 3)
// run: inLoop(new double[][] {{1.5, 0.5}, {2.5}}, new double[] {0.7, 1.1}, 0)
// run: swapped(new double[][] {{1.5, 0.5}, {2.5, 0.3}, {0.2, 0.9}})
// run: byHelper(new double[][] {{1.5, 0.5}, {2.5}}, new double[] {0.7, 1.1})
// run: local(1.5, new double[] {0.7, 1.1})
// run: square(new double[][] {{1.5, 0.5}, {2.5, 0.3}}, new double[] {0.7, 1.1})
// run: square(new double[][] {{1.5, 0.5}, {2.5, 0.3}}, new double[] {-0.7, 1.1})
// run: written(new double[][] {{1.5, 0.5}, {2.5, 0.3}}, new double[] {0.7, 1.1})
// run: left(new double[][] {{1.5, 0.5}, {2.5, 0.3}}, new double[] {0.7, 1.1})
// run: Model#loss(new Model(new double[][] {{1.5, 0.5}, {2.5}}, 0.3), new double[] {0.7, 1.1})
final class Input {
  static double squares(double[][] m) {
    double sum = 0;
    for (double[] row : m) {
      for (double v : row) {
        sum += v * v;
      }
    }
    return sum;
  }

  @Differentiable
  static double f(double[][] m, double[] r) {
    double before = squares(m);
    m[0] = r;
    return before * squares(m);
  }

  @Differentiable
  static double fresh(double[][] m, double x) {
    double before = squares(m);
    m[0] = new double[] {x * before, x, m[1][0]};
    m[1] = null;
    m[1] = m[0].clone();
    return before * squares(m);
  }

  @Differentiable
  static double inLoop(double[][] m, double[] r, int n) {
    double s = 1;
    for (int i = 0; i < n; i++) {
      s += squares(m) * s;
      double[] old = m[i % 2];
      m[i % 2] = r;
      s += squares(m) / (1 + s);
      r = old;
    }
    return s;
  }

  static double weighted(double[][] m) {
    double sum = 0;
    for (int i = 0; i < m.length; i++) {
      sum += (i + 1) * m[i][0] * m[i][1];
    }
    return sum;
  }

  @Differentiable
  static double swapped(double[][] m) {
    double s = weighted(m);
    for (int i = 0; i + 1 < m.length; i++) {
      double[] t = m[i];
      m[i] = m[i + 1];
      m[i + 1] = t;
      s = s * 0.1 + weighted(m) * s;
    }
    return s;
  }

  static void replace(double[][] m, int i, double[] row) {
    m[i] = row;
  }

  @Differentiable
  static double byHelper(double[][] m, double[] r) {
    double before = squares(m);
    replace(m, 1, r);
    double between = squares(m);
    replace(m, 0, m[1]);
    return before * between * squares(m);
  }

  @Differentiable
  static double local(double x, double[] r) {
    double[][] m = {{x, x * x}, {x}};
    double before = squares(m);
    m[0] = r;
    r[0] *= before;
    m[1] = m[0];
    return before * squares(m);
  }

  static double scaled(double[][] m, double by) {
    if (by < 0) {
      return m[0][0];
    }
    double sum = 0;
    int i = 0;
    while (i < m.length) {
      m[i][0] = m[i][0] * m[i][1] * by;
      sum += m[i][0];
      i++;
    }
    return sum;
  }

  @Differentiable
  static double square(double[][] m, double[] r) {
    double a = scaled(m, r[0]);
    m[1] = r;
    double b = scaled(m, a);
    m[0] = r;
    return a * b * scaled(m, b);
  }

  static void addTo(double[][] m, double[] out) {
    for (double[] row : m) {
      for (int j = 0; j < row.length; j++) {
        out[j] += row[j] * row[j];
      }
    }
  }

  @Differentiable
  static double written(double[][] m, double[] r) {
    double[] out = new double[2];
    addTo(m, out);
    m[0] = r;
    addTo(m, out);
    m[1] = out;
    addTo(m, out);
    return out[0] * out[1];
  }

  @Differentiable
  static void left(double[][] m, double[] r) {
    double before = squares(m);
    m[0] = r;
    m[1][0] = before * squares(m);
  }

  record Model(double[][] w, double b) {
    @Differentiable
    double loss(double[] r) {
      double before = squares(w) + b;
      w[1] = r;
      return before * squares(w) * b;
    }
  }

  private Input() {}
}
