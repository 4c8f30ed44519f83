package cases.loops.invariant_sums;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// What a loop adds to one element of an adjoint array: summed up in a variable where nobody else in
// the loop reads or assigns that element, under any name.
// run: triangle(new double[] {0.3, 0.5, 0.7, -0.2, 0.4, 0.9}, new double[] {1.1, 0.6, -0.4})
// run: aliased(new double[] {0.3, 0.5, 0.7}, 2)
// run: sameArray(new double[] {0.3, 0.5, 0.7, 0.1})
// run: noRound(new double[] {0.3, 0.5, 0.7}, 7)
// run: read(new double[] {0.3, 0.5, 0.7}, 1)
// run: inBranch(new double[] {0.3, 0.5, -0.7}, 1)
// run: moving(new double[] {0.3, 0.5, 0.7, 0.2}, 0)
// run: nested(new double[] {0.3, 0.5, 0.7, 0.2}, new double[] {0.4, 0.8})
// run: overwritten(new double[] {0.3, 0.5, 0.7}, 2)
// run: overwritten(new double[] {0.3, 0.5, 0.7}, 3)
// run: timesZero(new double[] {0.3, 0.5, 0.7}, 2, 0)
// run: timesZero(new double[] {0.3, 0.5, 0.7}, 3, 0)
// run: timesZero(null, 0, 0)
final class Input {
  @Differentiable
  static double triangle(double[] row, double[] v) {
    return product(row, v)[2] * product(row, v)[1];
  }

  static double[] product(double[] row, double[] v) {
    double[] result = new double[v.length];
    int next = 0;
    for (int column = 0; column < v.length; column++) {
      for (int i = column; i < v.length; i++) {
        result[i] += row[next] * v[column];
        next++;
      }
    }
    return result;
  }

  /** Two names of one array: x[k] is read in the loop by the other. */
  @Differentiable
  static double aliased(double[] x, int k) {
    double[] y = x.clone();
    double[] z = y;
    for (int i = 0; i < 2; i++) {
      z[i] = z[i] * y[k] + y[k];
    }
    return y[0] * y[1] * y[2];
  }

  /** The callee cannot know that both are one array. */
  @Differentiable
  static double sameArray(double[] x) {
    double[] y = x.clone();
    scale(y, y);
    return y[0] + y[1] * y[2] * y[3];
  }

  static void scale(double[] a, double[] b) {
    for (int i = 1; i < a.length; i++) {
      a[i] = Math.sin(a[i]) * b[0];
    }
  }

  /** No round: k is no index. */
  @Differentiable
  static double noRound(double[] x, int k) {
    double s = x[0];
    for (int i = k; i < x.length; i++) {
      s += x[i] * x[k];
    }
    return s * s;
  }

  @Differentiable
  static double read(double[] x, int k) {
    double[] y = x.clone();
    double s = 0;
    for (int i = 0; i < y.length; i++) {
      s += y[k] * x[i];
      y[i] = s;
    }
    return s * y[0];
  }

  @Differentiable
  static double inBranch(double[] x, int k) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] > 0) {
        s += x[k] * x[i];
      } else {
        s -= x[k] * s;
      }
    }
    return s;
  }

  @Differentiable
  static double moving(double[] x, int k) {
    double s = 1;
    int j = k;
    while (s < 9 && j < x.length) {
      s += x[j] * s + x[k] * s * s;
      if (j % 2 == 0) {
        k = 2;
      }
      j++;
    }
    return s;
  }

  @Differentiable
  static double nested(double[] x, double[] w) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < w.length; j++) {
        s += x[i] * w[j] * w[0] + x[1] * s;
      }
    }
    return s;
  }

  /** The sum is zero, and x[k] need not exist: it is read in the forward pass. */
  @Differentiable
  static double overwritten(double[] x, int k) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      double u = x[i];
      if (i > 1) {
        u = x[k];
      }
      u = x[0];
      s += u;
    }
    return s;
  }

  /** The sum is zero by chance. */
  @Differentiable
  static double timesZero(double[] x, int k, @NonDifferentiable double scale) {
    double s = 0;
    for (int i = 0; i < 3; i++) {
      s += x[k];
    }
    return s * scale;
  }

  private Input() {}
}
