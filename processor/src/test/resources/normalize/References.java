import java.util.Arrays;

/** Arrays, rows and records as arguments, results and elements. */
final class References {
  static final StringBuilder LOG = new StringBuilder();

  static final double[] WEIGHTS = {1, 2, 3};

  record Point(double x, double[] w) {
    double norm() {
      LOG.append("norm ");
      return x * w[0];
    }
  }

  record Pair(Point left, Point right) {}

  static double sum(double[] a) {
    LOG.append("sum ");
    return a[0] + a[1];
  }

  static double[] shift(double[] a, double x) {
    LOG.append("shift ");
    double[] b = a.clone();
    b[0] += x;
    return b;
  }

  static double at(Point p, int i) {
    return p.x() * p.w()[i];
  }

  static double runArguments(double[][] m, int i) {
    return sum(m[0]) + sum(new double[] {1, 2}) + sum(shift(m[1], 3)) + sum(m[2].clone());
  }

  static double runRecords(Point[] points, Pair pair, double x) {
    points[0] = points[1];
    double s = points[0].x() * points[2].w()[1] + pair.left().w()[0];
    s += at(new Point(x, new double[] {x, 2}), 0) + at(pair.right(), 1) + at(points[1], 2);
    return s + new Point(x, points[0].w()).x() + points[1].norm() + pair.left().norm();
  }

  static double[][] runLiterals(double x) {
    double[][] m = {{x, 1}, {}, shift(new double[] {2}, x)};
    double[][][] n = new double[][][] {{{x}}, {{1}, {x, x}}, m};
    n[2][0][1] = 5;
    m[1] = new double[] {x};
    return n[2];
  }

  static double[] runReturn(double[][] m, boolean c) {
    if (c) {
      return m[0];
    }
    return m.length > 5 ? m[1] : shift(m[1], 2);
  }

  static Point runNew(double x, double[] w) {
    return new Point(x * 2, shift(w, x));
  }

  static double[] runArrays(double[] a, int n) {
    double[] b = Arrays.copyOf(a, 4);
    System.arraycopy(a, 0, b, 1, 2);
    Arrays.fill(b, 3, 4, sum(a));
    double[][] m = new double[2][3];
    Arrays.fill(m[1], b[0]);
    System.arraycopy(m[1], 0, m[0], 1, 2);
    return Arrays.copyOfRange(m[0], 0, n > 1 ? 3 : 2);
  }

  static double runField(double x, int i) {
    double s = 0;
    for (int k = 0; k < WEIGHTS.length; k++) {
      s += WEIGHTS[k] * x;
    }
    return s + WEIGHTS[i];
  }

  static double runAlias(double[] a, double[] b) {
    double[] c = a;
    c[0] = 2;
    b = c;
    b[1] += sum(c);
    return a[1];
  }
}
