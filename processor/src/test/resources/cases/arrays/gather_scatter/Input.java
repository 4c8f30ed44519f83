package cases.arrays.gather_scatter;

import io.github.cotangent.Differentiable;

// Indirect indices that repeat; the index array is overwritten afterwards.
// run: f(new double[] {1.1, 2.2, 0.3}, new int[] {0, 2, 2, 1})
// run: f(new double[] {1.1}, new int[] {})
final class Input {
  @Differentiable
  static double f(double[] x, int[] index) {
    double[] bins = new double[3];
    for (int i = 0; i < index.length; i++) {
      bins[index[i]] += x[index[i]] * x[0];
      bins[index[i]] *= x[index[i]];
      index[i] = 0;
    }
    return bins[0] * x[0] + bins[1] * bins[2] + x[0];
  }

  private Input() {}
}
