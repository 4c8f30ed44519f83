package cases.calls.constant_row;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// A helper that writes into one array and reads a row of a constant matrix.
// run: f(new double[] {1.1, 0.4}, new double[][] {{0.5, 0.2}, {0.7, 0.1}})
final class Input {
  @Differentiable
  static double f(double[] w, @NonDifferentiable double[][] data) {
    double[] state = new double[w.length];
    double total = 0;
    for (int t = 0; t < data.length; t++) {
      total += step(w, state, data[t]);
    }
    return total * state[1];
  }

  static double step(double[] w, double[] state, double[] input) {
    for (int i = 0; i < state.length; i++) {
      state[i] = Math.tanh(state[i] * w[i] + input[i]);
    }
    return state[0] * w[1];
  }

  private Input() {}
}
