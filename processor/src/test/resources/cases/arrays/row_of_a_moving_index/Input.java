package cases.arrays.row_of_a_moving_index;

import io.github.cotangent.Differentiable;

// The index, or the array, that a row was taken with is another one at the end of the block.
// run: step(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, 0)
// run: walk(new double[][] {{1.1, 2.2}, {0.3, 0.4}, {0.5, 0.6}})
// run: exchange(new double[][] {{1.1, 2.2}, {0.3, 0.4}}, 1.5)
// run: own(new double[] {1.1, 0.7, 1.9})
// run: inRecords(new Pair[] {new Pair(new double[] {1.1, 2.2}, 1.5), new Pair(new double[] {3.3}, 0.5)})
// run: cube(new double[][][] {{{1.1, 2.2}, {0.3, 0.4}}, {{0.9, 0.8}, {0.7, 0.6}}})
final class Input {
  record Pair(double[] values, double factor) {}

  static double product(double[] row) {
    return row[0] * row[1];
  }

  @Differentiable
  static double step(double[][] rows, int i) {
    double p = product(rows[i]);
    i++;
    return p * p * rows[i][0];
  }

  @Differentiable
  static double walk(double[][] rows) {
    double p = 1;
    int i = 0;
    while (i < rows.length) {
      double[] row = rows[i++];
      p += row[0] * row[1] * p;
    }
    return p;
  }

  @Differentiable
  static double exchange(double[][] rows, double x) {
    double p = product(rows[1]);
    rows = new double[1][2];
    rows[0][0] = x;
    return p * p + rows[0][0] * p;
  }

  // An array of its own: made here, read by row and as a whole.
  @Differentiable
  static double own(double[] x) {
    double[][] m = new double[x.length][2];
    for (int i = 0; i < x.length; i++) {
      m[i][0] = x[i];
      m[i][1] = x[i] * x[0];
    }
    int at = x.length;
    double sum = 0;
    while (--at >= 0) {
      double[] row = m[at];
      row[0] *= row[1];
      sum += row[0] * at;
    }
    return sum * total(m);
  }

  static double total(double[][] m) {
    double sum = 0;
    for (double[] row : m) {
      for (double v : row) {
        sum += v * v;
      }
    }
    return sum;
  }

  @Differentiable
  static double inRecords(Pair[] pairs) {
    double sum = 0;
    int i = 0;
    do {
      Pair pair = pairs[i];
      sum += pair.values()[0] * pair.factor() * pair.values()[pair.values().length - 1];
      i += 1;
    } while (i < pairs.length);
    return sum * sum;
  }

  @Differentiable
  static double cube(double[][][] c) {
    double sum = 0;
    int i = 0;
    for (int k = 0; k < 3; k++) {
      double[][] plane = c[i];
      double[] row = plane[i];
      i = 1 - i;
      sum += row[i] * sum + row[0] * plane[i][1];
    }
    return sum;
  }

  private Input() {}
}
