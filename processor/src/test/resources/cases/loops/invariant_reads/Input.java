package cases.loops.invariant_reads;

import io.github.cotangent.Differentiable;

// What stays the same in the rounds of a loop that stores into other arrays: read before it, where
// that changes nothing that can be seen.
// run: triangle(new double[] {0.3, 0.5, 0.7, -0.2, 0.4, 0.9}, new double[] {1.1, 0.6, -0.4})
// run: sameArray(new double[] {0.3, 0.5, 0.7, 0.1})
// run: noRound(new double[] {0.3, 0.5, 0.7}, 1)
// run: noRound(new double[] {0.3, 0.5, 0.7}, 7)
// run: badIndex(new double[] {0.3, 0.5, 0.7}, 2)
// run: badIndex(new double[] {0.3, 0.5, 0.7}, 7)
// run: inBranch(new double[] {0.3, 0.5, 0.7}, 1, 5)
// run: inBranch(new double[] {0.3, 0.5, 0.7}, 7, 5)
// run: behindContinue(new double[] {0.3, 0.5, 0.7}, 1, 5)
// run: behindContinue(new double[] {0.3, 0.5, 0.7}, 7, 5)
// run: inSelection(new double[] {0.3, 0.5, 0.7}, 1, true)
// run: inSelection(new double[] {0.3, 0.5, 0.7}, 7, false)
// run: storedInto(new double[] {0.3, 0.5, 0.7}, 1)
// run: movingIndex(new double[] {0.3, 0.5, 0.7}, 0)
// run: secondName(new double[] {0.3, 0.5, 0.7}, 1)
// run: rows(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 1)
// run: exchangedRows(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 1)
// run: byIndex(new double[] {0.3, 0.5, 0.7}, new int[] {2, 0, 1}, 1)
// run: usedBefore(new double[] {0.3, 0.5, 0.7}, 1, 3)
// run: takenName(new double[] {0.3, 0.5, 0.7}, 1, 0.4)
// run: parts(new Input.Pair(new double[] {0.3, 0.5}, 2.0), 1)
// run: table(new double[] {0.3, 0.5, 0.7})
// run: alwaysRuns(new double[] {0.3, 0.5, 0.7}, 1)
// run: inHeader(new double[] {0.3, 0.5, 0.7}, 2)
// run: callee(new double[] {0.3, 0.5, 0.7}, 1)
// expect: dNoRound(new double[] {Double.NaN, 2.0, 3.0}, 1)[1] = 36.0
// expect: dNoRound(new double[] {2.0, Double.NaN, 3.0}, 1)[1] = Double.NaN
// expect: dNoRound(new double[] {2.0, Double.NaN, 3.0}, 1)[0] = 1.0
final class Input {
  record Pair(double[] v, double t) {}

  static final double[] TABLE = {2.0, 3.0};

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

  /** The callee cannot know that both are one array, nor that they are two. */
  @Differentiable
  static double sameArray(double[] x) {
    double[] y = x.clone();
    scale(y, y);
    double[] z = x.clone();
    scale(z, x);
    return y[0] + y[1] * y[2] * y[3] + z[2] * z[3];
  }

  static void scale(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.sin(a[i]) * b[0];
    }
  }

  /** No round: k is no index. */
  @Differentiable
  static double noRound(double[] x, int k) {
    double[] y = new double[x.length];
    for (int i = k; i < x.length; i++) {
      y[i] = x[i] * x[k];
    }
    return y[1] * y[2] + x[0];
  }

  @Differentiable
  static double badIndex(double[] x, int k) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * x[k];
    }
    return y[1] * y[2];
  }

  @Differentiable
  static double inBranch(double[] x, int k, int at) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (i == at || k < x.length) {
        y[i] = x[i] * x[k];
      }
    }
    return y[1] * y[2];
  }

  @Differentiable
  static double behindContinue(double[] x, int k, int at) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (i != at && k >= x.length) {
        continue;
      }
      y[i] = x[i] * x[k];
    }
    return y[1] * y[2];
  }

  @Differentiable
  static double inSelection(double[] x, int k, boolean reads) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = reads ? x[i] * x[k] : x[i] * x[i];
    }
    return y[1] * y[2];
  }

  @Differentiable
  static double storedInto(double[] x, int k) {
    double[] y = x.clone();
    for (int i = 0; i < x.length; i++) {
      y[i] = y[k] * x[i] + y[i];
    }
    return y[0] * y[1] * y[2];
  }

  @Differentiable
  static double movingIndex(double[] x, int k) {
    double[] y = new double[x.length];
    int at = k;
    for (int i = 0; i < x.length; i++) {
      y[i] = x[at] * x[i];
      at = x.length - 1 - i;
    }
    return y[0] * y[1] * y[2];
  }

  /** Two names of one array: y[k] is stored into by the other. */
  @Differentiable
  static double secondName(double[] x, int k) {
    double[] y = x.clone();
    double[] z = y;
    for (int i = 0; i < x.length; i++) {
      z[i] = z[i] * y[k] + x[k];
    }
    return y[0] * y[1] * y[2];
  }

  @Differentiable
  static double rows(double[][] m, int k) {
    double[] y = new double[2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < m.length; j++) {
        y[j] += m[k][i] * m[i][j];
      }
    }
    return y[0] * y[1];
  }

  /** The row is another one each time. */
  @Differentiable
  static double exchangedRows(double[][] m, int k) {
    double[][] rows = {m[0].clone(), m[1].clone()};
    double[] y = new double[4];
    for (int j = 0; j < 4; j++) {
      y[j] = rows[k][0] * rows[0][1];
      double[] row = rows[0];
      rows[0] = rows[1];
      rows[1] = row;
    }
    return y[0] * y[1] + y[2] * y[3] * y[3];
  }

  /** Whole numbers, too: which element it is depends on another array. */
  @Differentiable
  static double byIndex(double[] x, int[] order, int k) {
    double[] y = new double[x.length];
    int[] seen = new int[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[order[k]] * x[i];
      seen[i] = order[k] + i;
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += y[i] * y[i] * seen[i];
    }
    return sum;
  }

  /** k is an index, as x[k] was read before. */
  @Differentiable
  static double usedBefore(double[] x, int k, int n) {
    double[] y = new double[n];
    double first = Math.sin(x[k]);
    for (int i = 0; i < n; i++) {
      y[i] = x[k] * i * first;
    }
    return y[1] * y[2];
  }

  @Differentiable
  static double takenName(double[] x, int k, double xK) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * x[k] * xK;
    }
    for (int i = 0; i < x.length; i++) {
      y[i] += x[i] * x[k] + xK;
    }
    return y[1] * y[2];
  }

  @Differentiable
  static double parts(Pair p, int k) {
    double[] y = new double[p.v().length];
    for (int i = 0; i < y.length; i++) {
      y[i] = p.v()[k] * p.v()[i] * p.t();
    }
    return y[0] * y[1];
  }

  /** A caller may pass the array of a field. */
  @Differentiable
  static double table(double[] x) {
    double[] y = x.clone();
    byTable(y);
    return y[0] * y[1] * y[2];
  }

  static void byTable(double[] a) {
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.sin(a[i]) * TABLE[1];
    }
  }

  @Differentiable
  static double alwaysRuns(double[] x, int k) {
    double[] y = new double[20];
    for (int i = 0; i < 20; i++) {
      y[i] = x[k] * i;
    }
    return y[1] * y[19];
  }

  /** The test reads it even where no round runs. */
  @Differentiable
  static double inHeader(double[] x, int k) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length && x[k] > 0; i++) {
      y[i] = x[k] * x[i];
    }
    return y[0] * y[2];
  }

  /** What a callee does is not known. */
  @Differentiable
  static double callee(double[] x, int k) {
    double[] y = x.clone();
    double[] z = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      z[i] = y[k] * x[i];
      doubled(y);
    }
    return z[0] * z[1] * z[2];
  }

  static void doubled(double[] a) {
    a[1] = 2 * a[1];
  }
}
