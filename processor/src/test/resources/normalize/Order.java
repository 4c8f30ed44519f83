/** Order of evaluation, and what is saved before a call. */
final class Order {
  static final StringBuilder LOG = new StringBuilder();

  static double f(double x) {
    LOG.append("f(").append(x).append(") ");
    return 2 * x;
  }

  static double g(double x) {
    LOG.append("g(").append(x).append(") ");
    return x + 1;
  }

  static double bump(double[] a, int i) {
    LOG.append("bump(").append(i).append(") ");
    a[i] += 10;
    return a[i];
  }

  static int next(int i) {
    LOG.append("next(").append(i).append(") ");
    return i + 1;
  }

  static double runCalls(double x, double y) {
    return f(x) + g(y) * f(g(x));
  }

  static double runStable(double x, double[] a) {
    double s = x * a[0] + f(x);
    s += a[1] * g(x);
    return Math.sin(f(s)) + Math.max(x, g(s));
  }

  static double runMutated(double x, double[] a) {
    return x + a[0] + bump(a, 0) + a[0] * bump(a, 0);
  }

  static double runAssigned(double x) {
    return x + (x = 3) * x + (x += 1) + x;
  }

  static double runRows(double[][] m, int i) {
    return m[0][0] + bump(m[0], 0) + m[next(0)][next(1)] * bump(m[1], 2);
  }

  static double runArguments(double[] a, int i, double x) {
    return Math.max(a[0], Math.min(bump(a, 0), a[0])) + two(i++, i, bump(a, i > 2 ? 0 : 1));
  }

  static double two(int i, int j, double x) {
    LOG.append("two(").append(i).append(j).append(") ");
    return i + 10 * j + x;
  }

  static double runEvaluate(double[] a) {
    bump(a, next(1));
    f(f(a[0]));
    return a[2];
  }

  static boolean runCondition(double x, double y) {
    if (f(x) > y) {
      return g(x) < f(y);
    } else if (g(x) > 3) {
      return x == f(y);
    }
    return f(x) != x;
  }

  static double runCasts(double x) {
    int k = (int) f(x) + (int) x;
    float h = (float) f(x);
    return -f(k) + h;
  }

  static double runNames(double f, double g) {
    double f1 = f(f) + f(g);
    return f1 + g(f1);
  }
}
