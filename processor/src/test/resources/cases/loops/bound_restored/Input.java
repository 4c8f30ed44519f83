package cases.loops.bound_restored;

import io.github.cotangent.Differentiable;

// Bounds that change between two runs of a loop, not in it: they are restored for the backward pass.
// run: f(new double[] {1.1, 0.7, 0.9, 1.3}, 3)
// run: f(new double[] {1.1, 0.7, 0.9, 1.3}, 0)
// run: steps(0.9, 4)
// run: early(0.9, 4)
final class Input {
  @Differentiable
  static double f(double[] x, int rounds) {
    double[] h = x;
    double s = 0;
    for (int r = 0; r < rounds; r++) {
      double[] next = new double[h.length - 1];
      for (int i = 0; i < next.length; i++) {
        next[i] = h[i] * h[i + 1];
      }
      for (int i = 0; i < h.length; i++) {
        s += h[i] * h[i];
      }
      h = next;
    }
    return s;
  }

  @Differentiable
  static double steps(double x, int n) {
    double y = x;
    int m = 1;
    int[] sizes = {1, 2, 3};
    for (int r = 0; r < n; r++) {
      for (int i = 0; i < m; i++) {
        y = y * x + 0.1 * i;
      }
      m = m * 2 - r;
      for (int i = sizes[r % 3]; i > 0; i--) {
        y = Math.sin(y) + x;
      }
      for (int i = 0; i < sizes[r % 3]; i++) {
        y = y * 0.9 * x;
      }
      sizes[r % 3]++;
    }
    return y;
  }

  @Differentiable
  static double early(double x, int n) {
    double y = x;
    int m = 1;
    for (int r = 0; r < n; r++) {
      for (int i = 0; i < m; i++) {
        y = y * x + 0.1 * i;
        if (y > 0.8) {
          break;
        }
      }
      m += 2;
    }
    return y;
  }

  private Input() {}
}
