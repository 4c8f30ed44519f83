package io.github.cotangent.benchmarks.gmm;

/** What the adjoints by hand have in common: everything but the loop over the points. */
final class GmmFrame {

  final GmmInput in;
  final GmmGradient gradient;

  /** The diagonals of the components' factors, and the sums of the logarithms of their elements. */
  final double[][] diagonals;

  final double[] sums;

  /** The adjoints of those. */
  final double[][] ddiagonals;

  final double[] dsums;

  /** Computes what the loop over the points reads; all adjoints are zero. */
  GmmFrame(GmmInput in) {
    int k = in.components();
    int d = in.dimension();
    this.in = in;
    this.gradient = GmmGradient.zero(in);
    this.diagonals = new double[k][d];
    this.sums = new double[k];
    this.ddiagonals = new double[k][d];
    this.dsums = new double[k];
    for (int c = 0; c < k; c++) {
      for (int i = 0; i < d; i++) {
        diagonals[c][i] = Math.exp(in.icf()[c][i]);
        sums[c] += in.icf()[c][i];
      }
    }
  }

  /** Adds what comes from outside of the loop over the points. */
  GmmGradient finish() {
    int d = in.dimension();
    double square = in.gamma() * in.gamma();
    double[] dalphas = gradient.alphas();
    double[] weights = in.alphas().clone();
    softmax(weights);
    for (int c = 0; c < weights.length; c++) {
      double[] icf = in.icf()[c];
      double[] dicf = gradient.icf()[c];
      double[] diagonal = diagonals[c];
      double[] ddiagonal = ddiagonals[c];
      dalphas[c] -= in.points() * weights[c];
      double dsum = dsums[c] - in.m();
      for (int i = 0; i < d; i++) {
        dicf[i] += dsum + (ddiagonal[i] + square * diagonal[i]) * diagonal[i];
      }
      for (int i = d; i < icf.length; i++) {
        dicf[i] += square * icf[i];
      }
    }
    return gradient;
  }

  /** Replaces each element by its share: the gradient of the logarithm of the sum of exp. */
  static void softmax(double[] v) {
    double max = v[0];
    for (double e : v) {
      max = Math.max(max, e);
    }
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      v[i] = Math.exp(v[i] - max);
      sum += v[i];
    }
    for (int i = 0; i < v.length; i++) {
      v[i] /= sum;
    }
  }
}
