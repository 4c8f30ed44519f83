package cases.algorithms.log_sum_exp;

import io.github.cotangent.Differentiable;

// logsumexp with the maximum subtracted first.
// run: f(new double[] {1.1, 2.2, 0.3})
// run: softmax(new double[] {1.1, 2.2, 0.3})
final class Input {
  @Differentiable
  static double f(double[] x) {
    double max = x[0];
    for (int i = 1; i < x.length; i++) {
      if (x[i] > max) {
        max = x[i];
      }
    }
    double sum = 0;
    for (double v : x) {
      sum += Math.exp(v - max);
    }
    return max + Math.log(sum);
  }

  @Differentiable
  static double[] softmax(double[] x) {
    double[] y = new double[x.length];
    double max = Double.NEGATIVE_INFINITY;
    for (double v : x) {
      max = Math.max(max, v);
    }
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += y[i] = Math.exp(x[i] - max);
    }
    for (int i = 0; i < x.length; i++) {
      y[i] /= sum;
    }
    return y;
  }

  private Input() {}
}
