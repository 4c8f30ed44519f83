package cases.arrays.constants_replaced;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// A variable begins as a constant array and goes on as arrays made here: no write is one into
// the constant.
// run: f(new double[] {1.1, -0.7}, new double[] {0.5, 0.7})
// run: byHelper(new double[] {1.1, -0.7}, new double[][] {{0.5, 0.7}, {1.0, -2.0}})
// run: fromField(new double[] {1.1, -0.7}, 3)
final class Input {
  static final double[] START = {0.5, -0.3};

  @Differentiable
  static double f(double[] w, @NonDifferentiable double[] x) {
    double[] h = x;
    for (int l = 0; l < 3; l++) {
      double[] next = new double[h.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = Math.tanh(w[i] * h[i]);
      }
      next[0] += x[1] * h[1];
      h = next;
    }
    return h[0] * h[1] + x[0];
  }

  @Differentiable
  static double byHelper(double[] w, @NonDifferentiable double[][] xs) {
    double sum = 0;
    for (double[] x : xs) {
      sum += f(w, x);
    }
    return sum;
  }

  @Differentiable
  static double fromField(double[] w, int steps) {
    double[] h = START;
    for (int l = 0; l < steps; l++) {
      double[] next = new double[h.length];
      layer(w, h, next);
      next[1] *= h[0];
      h = next;
    }
    return h[0] * h[1];
  }

  private static void layer(double[] w, double[] in, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = w[i] * in[i] + w[0];
    }
  }

  private Input() {}
}
