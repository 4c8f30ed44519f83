package io.github.cotangent.benchmarks.typical;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Losses of models. */
final class Losses {

  /** Logistic regression. */
  @Differentiable
  static double logistic(
      double[] w, double b, @NonDifferentiable double[][] x, @NonDifferentiable double[] y) {
    double loss = 0;
    for (int i = 0; i < x.length; i++) {
      double z = b;
      for (int j = 0; j < w.length; j++) {
        z += w[j] * x[i][j];
      }
      double p = 1 / (1 + Math.exp(-z));
      loss -= y[i] * Math.log(p) + (1 - y[i]) * Math.log(1 - p);
    }
    return loss / x.length;
  }

  /** A network with one hidden layer and ten classes. */
  @Differentiable
  static double network(
      double[][] w1,
      double[] b1,
      double[][] w2,
      double[] b2,
      @NonDifferentiable double[][] x,
      @NonDifferentiable int[] y) {
    double loss = 0;
    for (int n = 0; n < x.length; n++) {
      double[] h = dense(w1, b1, x[n]);
      for (int i = 0; i < h.length; i++) {
        h[i] = Math.max(0, h[i]);
      }
      double[] z = dense(w2, b2, h);
      double max = z[0];
      for (double v : z) {
        max = Math.max(max, v);
      }
      double sum = 0;
      for (double v : z) {
        sum += Math.exp(v - max);
      }
      loss += max + Math.log(sum) - z[y[n]];
    }
    return loss / x.length;
  }

  private static double[] dense(double[][] w, double[] b, double[] x) {
    double[] out = new double[b.length];
    for (int i = 0; i < out.length; i++) {
      double s = b[i];
      for (int j = 0; j < x.length; j++) {
        s += w[i][j] * x[j];
      }
      out[i] = s;
    }
    return out;
  }

  /** A recurrent network. */
  @Differentiable
  static double recurrent(
      double[][] w,
      double[][] u,
      double[] b,
      @NonDifferentiable double[][] x,
      @NonDifferentiable double[] y) {
    double[] h = new double[b.length];
    for (int t = 0; t < x.length; t++) {
      double[] next = new double[b.length];
      for (int i = 0; i < b.length; i++) {
        double s = b[i];
        for (int j = 0; j < x[t].length; j++) {
          s += w[i][j] * x[t][j];
        }
        for (int j = 0; j < h.length; j++) {
          s += u[i][j] * h[j];
        }
        next[i] = Math.tanh(s);
      }
      h = next;
    }
    double loss = 0;
    for (int i = 0; i < h.length; i++) {
      double d = h[i] - y[i];
      loss += d * d;
    }
    return loss;
  }

  /** The likelihood of a hidden Markov model. */
  @Differentiable
  static double markov(double[][] a, double[][] b, double[] pi, int[] obs) {
    int k = pi.length;
    double[] alpha = new double[k];
    for (int i = 0; i < k; i++) {
      alpha[i] = pi[i] * b[i][obs[0]];
    }
    double ll = 0;
    for (int t = 1; t < obs.length; t++) {
      double[] next = new double[k];
      double scale = 0;
      for (int j = 0; j < k; j++) {
        double s = 0;
        for (int i = 0; i < k; i++) {
          s += alpha[i] * a[i][j];
        }
        next[j] = s * b[j][obs[t]];
        scale += next[j];
      }
      for (int j = 0; j < k; j++) {
        next[j] /= scale;
      }
      ll += Math.log(scale);
      alpha = next;
    }
    return ll;
  }

  private Losses() {}
}
