package io.github.cotangent.benchmarks.gmm;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** The log posterior of a Gaussian mixture with a Wishart prior. */
public final class Gmm {

  private static final double PI = 3.14159265359;

  /**
   * The objective.
   *
   * @param alphas logarithms of the components' weights, up to a constant
   * @param means a row for each component
   * @param icf a row for each component: the inverse covariance factor
   * @param x a row for each point
   */
  @Differentiable
  public static double objective(
      double[] alphas,
      double[][] means,
      double[][] icf,
      @NonDifferentiable double[][] x,
      @NonDifferentiable double gamma,
      int m) {
    int n = x.length;
    int d = x[0].length;
    int k = alphas.length;

    double[][] diagonals = new double[k][d];
    double[] sums = new double[k];
    for (int c = 0; c < k; c++) {
      for (int i = 0; i < d; i++) {
        diagonals[c][i] = Math.exp(icf[c][i]);
        sums[c] += icf[c][i];
      }
    }

    double[] terms = new double[k];
    double[] centered = new double[d];
    double total = 0;
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < k; c++) {
        for (int j = 0; j < d; j++) {
          centered[j] = x[i][j] - means[c][j];
        }
        double[] product = lowerTriangularTimes(diagonals[c], icf[c], centered);
        terms[c] = alphas[c] + sums[c] - 0.5 * squaredNorm(product);
      }
      total += logSumExp(terms);
    }

    double prior = wishart(diagonals, sums, icf, gamma, m);
    return -n * d * 0.5 * Math.log(2 * PI) + total - n * logSumExp(alphas) + prior;
  }

  /** Q v, where Q has this diagonal, and below it the rest of the row, column by column. */
  private static double[] lowerTriangularTimes(double[] diagonal, double[] row, double[] v) {
    int d = v.length;
    double[] result = new double[d];
    for (int i = 0; i < d; i++) {
      result[i] = diagonal[i] * v[i];
    }
    int next = d;
    for (int column = 0; column < d; column++) {
      for (int i = column + 1; i < d; i++) {
        result[i] += row[next] * v[column];
        next++;
      }
    }
    return result;
  }

  private static double squaredNorm(double[] v) {
    double sum = 0;
    for (double e : v) {
      sum += e * e;
    }
    return sum;
  }

  private static double logSumExp(double[] v) {
    double max = v[0];
    for (double e : v) {
      max = Math.max(max, e);
    }
    double sum = 0;
    for (double e : v) {
      sum += Math.exp(e - max);
    }
    return max + Math.log(sum);
  }

  private static double wishart(
      double[][] diagonals, double[] sums, double[][] icf, double gamma, int m) {
    int k = sums.length;
    int d = diagonals[0].length;
    int n = d + m + 1;
    double constant =
        n * d * (Math.log(gamma) - 0.5 * Math.log(2)) - logGammaDistribution(0.5 * n, d);
    double result = 0;
    for (int c = 0; c < k; c++) {
      double squares = squaredNorm(diagonals[c]);
      for (int i = d; i < icf[c].length; i++) {
        squares += icf[c][i] * icf[c][i];
      }
      result += 0.5 * gamma * gamma * squares - m * sums[c];
    }
    return result - k * constant;
  }

  static double logGammaDistribution(double a, int p) {
    double result = 0.25 * p * (p - 1) * Math.log(PI);
    for (int j = 1; j <= p; j++) {
      result += logGamma(a + 0.5 * (1 - j));
    }
    return result;
  }

  /** The logarithm of the gamma function, by Stirling's series after a shift of the argument. */
  static double logGamma(double x) {
    double shift = 0;
    double z = x;
    while (z < 20) {
      shift += Math.log(z);
      z++;
    }
    double w = 1 / (z * z);
    double series = (1.0 / 12 - w * (1.0 / 360 - w * (1.0 / 1260 - w * (1.0 / 1680)))) / z;
    return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }

  private Gmm() {}
}
