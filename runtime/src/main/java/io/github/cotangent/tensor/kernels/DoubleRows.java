package io.github.cotangent.tensor.kernels;

/** {@link RowKernels} of {@code double[]}. */
final class DoubleRows implements RowKernels<double[]> {

  @Override
  public void softmax(double[] out, double[] x, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      int o = r * columns;
      double max = max(x, o, columns);
      double sum = 0;
      for (int c = 0; c < columns; c++) {
        double e = Math.exp(x[o + c] - max);
        out[o + c] = Rounding.toDouble(e);
        sum += e;
      }
      for (int c = 0; c < columns; c++) {
        out[o + c] = Rounding.toDouble(out[o + c] / sum);
      }
    }
  }

  @Override
  public void addSoftmaxDerived(double[] out, double[] g, double[] y, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      int o = r * columns;
      double mean = 0;
      for (int c = 0; c < columns; c++) {
        mean += g[o + c] * y[o + c];
      }
      for (int c = 0; c < columns; c++) {
        out[o + c] += Rounding.toDouble(y[o + c] * (g[o + c] - mean));
      }
    }
  }

  @Override
  public double crossEntropy(double[] x, double[] t, int rows, int columns) {
    double total = 0;
    for (int r = 0; r < rows; r++) {
      int o = r * columns;
      double logSumExp = logSumExp(x, o, columns);
      for (int c = 0; c < columns; c++) {
        if (t[o + c] != 0) { // So that a class that is ruled out may have the logit -∞.
          total += t[o + c] * (logSumExp - x[o + c]);
        }
      }
    }
    return total;
  }

  @Override
  public void addCrossEntropyDerived(
      double[] out, double k, double[] x, double[] t, int rows, int columns) {
    for (int r = 0; r < rows; r++) {
      int o = r * columns;
      double logSumExp = logSumExp(x, o, columns);
      double weight = 0;
      for (int c = 0; c < columns; c++) {
        weight += t[o + c];
      }
      for (int c = 0; c < columns; c++) {
        double y = Math.exp(x[o + c] - logSumExp);
        out[o + c] += Rounding.toDouble(k * (y * weight - t[o + c]));
      }
    }
  }

  private static double logSumExp(double[] x, int o, int columns) {
    double max = max(x, o, columns);
    double sum = 0;
    for (int c = 0; c < columns; c++) {
      sum += Math.exp(x[o + c] - max);
    }
    return max + Math.log(sum);
  }

  /** Four at a time, since one would wait for itself; the order does not matter. */
  private static double max(double[] x, int o, int columns) {
    double max0 = Double.NEGATIVE_INFINITY;
    double max1 = max0;
    double max2 = max0;
    double max3 = max0;
    int end = o + columns;
    int i = o;
    for (; i + 3 < end; i += 4) {
      max0 = Math.max(max0, x[i]);
      max1 = Math.max(max1, x[i + 1]);
      max2 = Math.max(max2, x[i + 2]);
      max3 = Math.max(max3, x[i + 3]);
    }
    for (; i < end; i++) {
      max0 = Math.max(max0, x[i]);
    }
    return Math.max(Math.max(max0, max1), Math.max(max2, max3));
  }
}
