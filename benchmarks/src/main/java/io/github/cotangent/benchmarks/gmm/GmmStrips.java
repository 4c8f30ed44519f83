package io.github.cotangent.benchmarks.gmm;

/**
 * The adjoint by hand for few dimensions. The points are independent of each other, so strips of
 * them go through each statement together: the inner loops run over the points of a strip with one
 * bare index, long enough for the JIT to vectorise them though the dimension is small. Forward and
 * backward of a strip run together.
 */
final class GmmStrips {

  private static final int STRIP = 128;

  private final GmmFrame frame;

  /** Coordinates of the strip's points, one row for each dimension. */
  private final double[][] x;

  /** For each component, rows as {@link #x}: the points about the mean, and times the factor. */
  private final double[][][] centered;

  private final double[][][] products;

  /** For each component: its share in each point. */
  private final double[][] shares;

  private final double[] max = new double[STRIP];
  private final double[] sum = new double[STRIP];
  private final double[] scratch = new double[STRIP];

  private GmmStrips(GmmInput in) {
    int k = in.components();
    int d = in.dimension();
    frame = new GmmFrame(in);
    x = new double[d][STRIP];
    centered = new double[k][d][STRIP];
    products = new double[k][d][STRIP];
    shares = new double[k][STRIP];
  }

  static GmmGradient gradient(GmmInput in) {
    GmmStrips adjoint = new GmmStrips(in);
    for (int first = 0; first < in.points(); first += STRIP) {
      adjoint.strip(first, Math.min(STRIP, in.points() - first));
    }
    return adjoint.frame.finish();
  }

  private void strip(int first, int length) {
    GmmInput in = frame.in;
    for (int p = 0; p < length; p++) {
      double[] point = in.x()[first + p];
      for (int j = 0; j < x.length; j++) {
        x[j][p] = point[j];
      }
    }
    for (int c = 0; c < shares.length; c++) {
      forward(c, length);
    }
    softmax(length);
    for (int c = 0; c < shares.length; c++) {
      backward(c, length);
    }
  }

  private void forward(int c, int length) {
    double[] mean = frame.in.means()[c];
    double[] diagonal = frame.diagonals[c];
    double[] row = frame.in.icf()[c];
    double[][] v = centered[c];
    double[][] product = products[c];
    int d = mean.length;
    for (int j = 0; j < d; j++) {
      first(mean[j], diagonal[j], x[j], v[j], product[j], length);
    }
    int next = d;
    for (int j = 0; j < d; j++) {
      for (int i = j + 1; i < d; i++) {
        add(row[next++], v[j], product[i], length);
      }
    }
    double[] norm = scratch;
    for (int p = 0; p < length; p++) {
      norm[p] = 0;
    }
    for (int i = 0; i < d; i++) {
      addSquares(product[i], norm, length);
    }
    double constant = frame.in.alphas()[c] + frame.sums[c];
    double[] term = shares[c];
    for (int p = 0; p < length; p++) {
      term[p] = constant - 0.5 * norm[p];
    }
  }

  private static void first(
      double mean, double diagonal, double[] x, double[] v, double[] product, int length) {
    for (int p = 0; p < length; p++) {
      v[p] = x[p] - mean;
      product[p] = diagonal * v[p];
    }
  }

  private static void add(double a, double[] x, double[] y, int length) {
    for (int p = 0; p < length; p++) {
      y[p] += a * x[p];
    }
  }

  private static void addSquares(double[] x, double[] y, int length) {
    for (int p = 0; p < length; p++) {
      y[p] += x[p] * x[p];
    }
  }

  private void softmax(int length) {
    System.arraycopy(shares[0], 0, max, 0, length);
    for (double[] term : shares) {
      for (int p = 0; p < length; p++) {
        max[p] = Math.max(max[p], term[p]);
      }
    }
    for (int p = 0; p < length; p++) {
      sum[p] = 0;
    }
    for (double[] term : shares) {
      for (int p = 0; p < length; p++) {
        term[p] = Math.exp(term[p] - max[p]);
        sum[p] += term[p];
      }
    }
    for (int p = 0; p < length; p++) {
      sum[p] = 1 / sum[p];
    }
    for (double[] term : shares) {
      for (int p = 0; p < length; p++) {
        term[p] *= sum[p];
      }
    }
  }

  private void backward(int c, int length) {
    double[] diagonal = frame.diagonals[c];
    double[] ddiagonal = frame.ddiagonals[c];
    double[] row = frame.in.icf()[c];
    double[] drow = frame.gradient.icf()[c];
    double[] dmean = frame.gradient.means()[c];
    double[][] v = centered[c];
    double[][] dproduct = products[c];
    double[] share = shares[c];
    double total = total(share, length);
    frame.gradient.alphas()[c] += total;
    frame.dsums[c] += total;
    for (double[] product : dproduct) {
      for (int p = 0; p < length; p++) {
        product[p] *= -share[p];
      }
    }
    int d = dmean.length;
    int next = row.length;
    double[] dv = scratch;
    for (int j = d - 1; j >= 0; j--) {
      for (int p = 0; p < length; p++) {
        dv[p] = diagonal[j] * dproduct[j][p];
      }
      ddiagonal[j] += dot(dproduct[j], v[j], length);
      for (int i = d - 1; i > j; i--) {
        next--;
        drow[next] += dot(dproduct[i], v[j], length);
        add(row[next], dproduct[i], dv, length);
      }
      dmean[j] -= total(dv, length);
    }
  }

  private static double total(double[] x, int length) {
    double total = 0;
    for (int p = 0; p < length; p++) {
      total += x[p];
    }
    return total;
  }

  /** Four sums, so that an addition need not wait for the one before. */
  private static double dot(double[] x, double[] y, int length) {
    double sum0 = 0;
    double sum1 = 0;
    double sum2 = 0;
    double sum3 = 0;
    int p = 0;
    for (; p + 3 < length; p += 4) {
      sum0 += x[p] * y[p];
      sum1 += x[p + 1] * y[p + 1];
      sum2 += x[p + 2] * y[p + 2];
      sum3 += x[p + 3] * y[p + 3];
    }
    for (; p < length; p++) {
      sum0 += x[p] * y[p];
    }
    return (sum0 + sum1) + (sum2 + sum3);
  }
}
