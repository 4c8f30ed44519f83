package cases.algorithms.convolution;

import io.github.cotangent.Differentiable;

// A convolution with a boundary test, and one with computed bounds.
// run: f(new double[] {1.1, 0.2, 0.3, 0.9, 1.7}, new double[] {0.5, 0.25, 0.1})
final class Input {
  @Differentiable
  static double[] f(double[] signal, double[] kernel) {
    double[] out = new double[signal.length];
    int half = kernel.length / 2;
    for (int i = 0; i < out.length; i++) {
      for (int j = 0; j < kernel.length; j++) {
        int k = i + j - half;
        if (k < 0 || k >= signal.length) {
          continue;
        }
        out[i] += signal[k] * kernel[j];
      }
    }
    for (int i = 0; i < out.length; i++) {
      int from = Math.max(0, i - half);
      int to = Math.min(out.length - 1, i + half);
      for (int j = from; j <= to; j++) {
        out[i] *= kernel[j - i + half] + 1;
      }
    }
    return out;
  }

  private Input() {}
}
