package cases.algorithms.recurrent_network;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// A small recurrent network: state carried in arrays through a sequence.
// run: loss(new double[][] {{0.1, 0.2}, {0.3, -0.4}}, new double[] {0.5, -0.6}, new double[] {1, 0.5, -0.5})
final class Input {
  @Differentiable
  static double loss(double[][] w, double[] v, @NonDifferentiable double[] xs) {
    int n = v.length;
    double[] h = new double[n];
    double total = 0;
    for (int t = 0; t + 1 < xs.length; t++) {
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        double a = v[i] * xs[t];
        for (int j = 0; j < n; j++) {
          a += w[i][j] * h[j];
        }
        next[i] = Math.tanh(a);
      }
      h = next;
      double prediction = 0;
      for (double e : h) {
        prediction += e;
      }
      double error = prediction - xs[t + 1];
      total += error * error;
    }
    return total / xs.length;
  }

  private Input() {}
}
