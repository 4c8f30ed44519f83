package io.github.cotangent.benchmarks.gmm;

/**
 * The adjoint by hand for many dimensions. Each point is independent of the others: forward and
 * backward run together, and nothing is stored for longer than a point. The factors are kept as
 * rows and as columns, so that every inner loop adds a multiple of an array to another with one
 * bare index, which the JIT vectorises.
 */
final class GmmRows {

  private final GmmFrame frame;

  /** For each component the factor below the diagonal: {@code columns[c][j][i]} is Q(i, j). */
  private final double[][][] columns;

  private final double[][][] rows;
  private final double[][][] drows;
  private final double[][] centered;
  private final double[][] products;
  private final double[] shares;
  private final double[] dv;

  private GmmRows(GmmInput in) {
    int k = in.components();
    int d = in.dimension();
    frame = new GmmFrame(in);
    columns = new double[k][d][d];
    rows = new double[k][d][];
    drows = new double[k][d][];
    centered = new double[k][d];
    products = new double[k][d];
    shares = new double[k];
    dv = new double[d];
    for (int c = 0; c < k; c++) {
      for (int i = 0; i < d; i++) {
        rows[c][i] = new double[i + 1];
        drows[c][i] = new double[i + 1];
      }
      unpack(in.icf()[c], frame.diagonals[c], columns[c], rows[c]);
    }
  }

  private static void unpack(
      double[] packed, double[] diagonal, double[][] columns, double[][] rows) {
    int d = diagonal.length;
    int next = d;
    for (int j = 0; j < d; j++) {
      columns[j][j] = diagonal[j];
      rows[j][j] = diagonal[j];
      for (int i = j + 1; i < d; i++) {
        columns[j][i] = packed[next];
        rows[i][j] = packed[next];
        next++;
      }
    }
  }

  static GmmGradient gradient(GmmInput in) {
    GmmRows adjoint = new GmmRows(in);
    for (double[] x : in.x()) {
      adjoint.point(x);
    }
    for (int c = 0; c < in.components(); c++) {
      adjoint.pack(c);
    }
    return adjoint.frame.finish();
  }

  private void point(double[] x) {
    GmmInput in = frame.in;
    for (int c = 0; c < shares.length; c++) {
      double norm = forward(x, in.means()[c], columns[c], centered[c], products[c]);
      shares[c] = in.alphas()[c] + frame.sums[c] - 0.5 * norm;
    }
    GmmFrame.softmax(shares);
    for (int c = 0; c < shares.length; c++) {
      frame.gradient.alphas()[c] += shares[c];
      frame.dsums[c] += shares[c];
      backward(-shares[c], c);
    }
  }

  private static double forward(
      double[] x, double[] mean, double[][] columns, double[] v, double[] product) {
    int d = v.length;
    for (int j = 0; j < d; j++) {
      v[j] = x[j] - mean[j];
      product[j] = 0;
    }
    for (int j = 0; j < d; j++) {
      double[] column = columns[j];
      double e = v[j];
      for (int i = j; i < d; i++) {
        product[i] += column[i] * e;
      }
    }
    double norm = 0;
    for (int i = 0; i < d; i++) {
      norm += product[i] * product[i];
    }
    return norm;
  }

  private void backward(double dnorm, int c) {
    double[] v = centered[c];
    double[] product = products[c];
    double[] sum = dv;
    int d = v.length;
    for (int j = 0; j < d; j++) {
      sum[j] = 0;
    }
    for (int i = 0; i < d; i++) {
      addRow(dnorm * product[i], rows[c][i], drows[c][i], v, sum);
    }
    double[] dmean = frame.gradient.means()[c];
    for (int j = 0; j < d; j++) {
      dmean[j] -= sum[j];
    }
  }

  private static void addRow(double de, double[] row, double[] drow, double[] v, double[] dv) {
    for (int j = 0; j < row.length; j++) {
      drow[j] += de * v[j];
      dv[j] += de * row[j];
    }
  }

  private void pack(int c) {
    double[] dicf = frame.gradient.icf()[c];
    int d = dv.length;
    int next = d;
    for (int j = 0; j < d; j++) {
      frame.ddiagonals[c][j] += drows[c][j][j];
      for (int i = j + 1; i < d; i++) {
        dicf[next++] += drows[c][i][j];
      }
    }
  }
}
