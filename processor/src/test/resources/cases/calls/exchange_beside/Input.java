package cases.calls.exchange_beside;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// What a callee does to the rows of one argument is not done to the others.
// run: solved(new double[] {0.5, 2.0, 1.5, 0.7}, new double[] {1.1, 0.4})
// run: solved(new double[] {3.5, 2.0, 1.5, 0.7}, new double[] {1.1, 0.4})
// run: put(new double[] {0.5, 2.0}, new double[] {1.1, 0.4}, new double[] {0.9, 0.3})
// run: inRecord(new double[] {0.5, 2.0}, new double[] {1.1, 0.4})
// run: turned(new double[] {0.5, 2.0, 0.3}, new double[] {1.1, 0.4, 0.6})
final class Input {
  /** The right side is data, though rows are exchanged beside it. */
  @Differentiable
  static double solved(double[] w, @NonDifferentiable double[] b) {
    double[][] a = new double[2][2];
    for (int i = 0; i < w.length; i++) {
      a[i / 2][i % 2] = w[i] * w[i];
    }
    double[] x = solve(a, b);
    return x[0] * b[1] + x[1];
  }

  private static double[] solve(double[][] a, double[] b) {
    double[] x = b.clone();
    int pivot = Math.abs(a[0][0]) > Math.abs(a[1][0]) ? 0 : 1;
    double[] row = a[0];
    a[0] = a[pivot];
    a[pivot] = row;
    double t = x[0];
    x[0] = x[pivot];
    x[pivot] = t;
    double f = a[1][0] / a[0][0];
    x[1] = (x[1] - f * x[0]) / (a[1][1] - f * a[0][1]);
    x[0] = (x[0] - a[0][1] * x[1]) / a[0][0];
    return x;
  }

  /** One row becomes another's; the third is data. */
  @Differentiable
  static double put(double[] w, double[] v, @NonDifferentiable double[] data) {
    double[][] a = {w.clone(), v.clone()};
    double[] own = v.clone();
    int last = a.length - 1;
    double scale = place(a, own, data, last);
    own[0] *= scale;
    return a[last][0] * a[0][last] + own[last] * scale;
  }

  private static double place(double[][] a, double[] row, double[] data, int at) {
    a[at] = row;
    return row[0] * data[at];
  }

  /** Rows and a vector in one record. */
  record System(double[][] rows, double[] right) {}

  @Differentiable
  static double inRecord(double[] w, @NonDifferentiable double[] b) {
    System s = new System(new double[][] {{w[0], 1}, {w[1], w[0]}}, b.clone());
    exchange(s);
    int last = s.rows().length - 1;
    return s.rows()[0][0] * s.right()[0] + s.rows()[last][0] * s.right()[last];
  }

  private static void exchange(System s) {
    double[] row = s.rows()[0];
    s.rows()[0] = s.rows()[1];
    s.rows()[1] = row;
  }

  /** Recursion, with the arguments in turn. */
  @Differentiable
  static double turned(double[] w, double[] v) {
    double[][] a = {{w[0], v[0]}, {w[1], v[1]}};
    double[][] b = {{w[2]}, {v[2]}};
    turn(a, b, 3);
    int last = a.length - 1;
    return a[0][0] * b[0][0] + a[last][1] * b[last][0];
  }

  private static void turn(double[][] a, double[][] b, int depth) {
    if (depth == 0) {
      return;
    }
    double[] row = a[0];
    a[0] = a[1];
    a[1] = row;
    turn(b, a, depth - 1);
  }

  private Input() {}
}
