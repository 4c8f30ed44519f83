package io.github.cotangent.benchmarks.gmm;

/**
 * The adjoint by hand in the shape that the compiler chose: one sweep over all points that stores,
 * for each point and component, what the sweep back reads.
 */
final class GmmStored {

  private final GmmFrame frame;
  private final double[][][] centered;
  private final double[][][] products;
  private final double[][] shares;

  private GmmStored(GmmInput in) {
    frame = new GmmFrame(in);
    centered = new double[in.points()][in.components()][in.dimension()];
    products = new double[in.points()][in.components()][in.dimension()];
    shares = new double[in.points()][in.components()];
  }

  static GmmGradient gradient(GmmInput in) {
    GmmStored adjoint = new GmmStored(in);
    for (int i = 0; i < in.points(); i++) {
      adjoint.forward(in.x()[i], adjoint.centered[i], adjoint.products[i], adjoint.shares[i]);
    }
    for (int i = in.points() - 1; i >= 0; i--) {
      adjoint.backward(adjoint.centered[i], adjoint.products[i], adjoint.shares[i]);
    }
    return adjoint.frame.finish();
  }

  private void forward(double[] x, double[][] centered, double[][] products, double[] shares) {
    GmmInput in = frame.in;
    for (int c = 0; c < shares.length; c++) {
      double[] v = centered[c];
      double[] mean = in.means()[c];
      for (int j = 0; j < v.length; j++) {
        v[j] = x[j] - mean[j];
      }
      multiply(frame.diagonals[c], in.icf()[c], v, products[c]);
      double norm = squaredNorm(products[c]);
      shares[c] = in.alphas()[c] + frame.sums[c] - 0.5 * norm;
    }
    GmmFrame.softmax(shares);
  }

  private static void multiply(double[] diagonal, double[] row, double[] v, double[] product) {
    int d = v.length;
    for (int i = 0; i < d; i++) {
      product[i] = diagonal[i] * v[i];
    }
    int next = d;
    for (int column = 0; column < d; column++) {
      addColumn(v[column], row, next - column - 1, product, column + 1);
      next += d - 1 - column;
    }
  }

  private static double squaredNorm(double[] product) {
    double norm = 0;
    for (double e : product) {
      norm += e * e;
    }
    return norm;
  }

  private void backward(double[][] centered, double[][] products, double[] shares) {
    for (int c = shares.length - 1; c >= 0; c--) {
      double share = shares[c];
      frame.gradient.alphas()[c] += share;
      frame.dsums[c] += share;
      double[] dproduct = products[c];
      for (int j = 0; j < dproduct.length; j++) {
        dproduct[j] *= -share;
      }
      multiplyBackward(c, centered[c], dproduct);
    }
  }

  private void multiplyBackward(int c, double[] v, double[] dproduct) {
    double[] row = frame.in.icf()[c];
    double[] drow = frame.gradient.icf()[c];
    double[] diagonal = frame.diagonals[c];
    double[] ddiagonal = frame.ddiagonals[c];
    double[] dmean = frame.gradient.means()[c];
    int d = v.length;
    int next = row.length;
    for (int column = d - 1; column >= 0; column--) {
      double e = v[column];
      double dv = dproduct[column] * diagonal[column];
      next -= d - 1 - column;
      dv += column(dproduct, e, row, drow, next - column - 1, column + 1);
      ddiagonal[column] += dproduct[column] * e;
      dmean[column] -= dv;
    }
  }

  private static double column(
      double[] dproduct, double e, double[] row, double[] drow, int base, int first) {
    double dv = 0;
    for (int i = first; i < dproduct.length; i++) {
      drow[base + i] += dproduct[i] * e;
      dv += dproduct[i] * row[base + i];
    }
    return dv;
  }

  private static void addColumn(double e, double[] row, int base, double[] product, int first) {
    for (int i = first; i < product.length; i++) {
      product[i] += row[base + i] * e;
    }
  }
}
