package cases.loops.foreach_array;

import io.github.cotangent.Differentiable;

// Enhanced for over an active array, a matrix, integers; the variable is assigned in the body.
// run: f(new double[] {1.1, 2.2, 0.3}, new double[][] {{1, 2}, {3}, {}}, new int[] {2, 0, 1})
// run: f(new double[0], new double[0][], new int[0])
final class Input {
  @Differentiable
  static double f(double[] x, double[][] m, int[] order) {
    double y = 1;
    for (double v : x) {
      v = v * v;
      y = y * v + 1;
    }
    for (double[] row : m) {
      for (final double v : row) {
        y += v * y * 0.1;
      }
    }
    for (int k : order) {
      y = y * x[k] + k;
    }
    for (var v : x) y += v;
    return y;
  }

  private Input() {}
}
