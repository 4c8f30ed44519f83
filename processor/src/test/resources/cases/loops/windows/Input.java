package cases.loops.windows;

import io.github.cotangent.Differentiable;

// Windows that slide over arrays: i + w.length <= n counts as i <= n - w.length does, where neither
// side can overflow. Sizes that are elements of something are not asked for before their loop runs.
// run: convolution(new double[][] {{0.3, 0.5, -0.2}, {0.7, 0.1, 0.4}, {-0.6, 0.2, 0.8}}, new double[][] {{0.9, -0.3}, {0.4, 0.6}})
// run: convolution(new double[][] {{0.3, 0.5}}, new double[][] {{0.9}, {0.4}})
// run: convolution(new double[][] {{0.3}, {0.5}}, new double[][] {{0.9, 0.4}})
// run: convolution(new double[0][], new double[][] {{0.9}})
// run: moving(new double[] {0.3, 0.5, -0.2, 0.7}, new double[] {0.9, 0.4}, 0)
// run: moving(new double[] {0.3, 0.5, -0.2, 0.7}, new double[] {0.9, 0.4}, 1)
// run: moving(new double[] {0.3}, new double[] {0.9, 0.4}, 0)
// run: moving(new double[] {0.3}, new double[0], 0)
// run: strided(new double[] {0.3, 0.5, -0.2, 0.7, 0.1}, new double[] {0.9, 0.4}, 0.8)
// run: anyWidth(new double[] {0.3, 0.5, -0.2, 0.7}, 2)
// run: anyWidth(new double[] {0.3, 0.5, -0.2, 0.7}, 2147483647)
// run: anyWidth(new double[] {0.3, 0.5, -0.2, 0.7}, 9)
// run: changingWidth(new double[] {0.3, 0.5, -0.2, 0.7, 0.1, 0.6})
// run: rectangle(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 0.4)
// run: rectangle(new double[0][], 0.4)
// run: inBranch(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 0.4, 1)
// run: inBranch(new double[][] {{0.3, 0.5}, {0.7, -0.2}}, 0.4, 7)
// run: quotient(new double[] {0.3, 0.5, 0.7, -0.2}, 2, 2)
// run: quotient(new double[] {0.3, 0.5, 0.7, -0.2}, 0, 0)
final class Input {
  @Differentiable
  static double convolution(double[][] image, double[][] kernel) {
    double sum = 0;
    for (int r = 0; r + kernel.length <= image.length; r++) {
      for (int c = 0; c + kernel[0].length <= image[0].length; c++) {
        double s = 0;
        for (int i = 0; i < kernel.length; i++) {
          for (int j = 0; j < kernel[0].length; j++) {
            s += image[r + i][c + j] * kernel[i][j];
          }
        }
        sum += s * s;
      }
    }
    return sum;
  }

  /** From round to round, so that the loop is recorded; not counted where it starts from 1. */
  @Differentiable
  static double moving(double[] x, double[] w, int first) {
    double y = 1;
    for (int i = 0; i + w.length < x.length + 1; i++) {
      for (int j = 0; j < w.length; j++) {
        y = Math.sin(y * w[j] + x[i + j]);
      }
    }
    for (int i = first; w.length + i <= x.length; i++) {
      y *= x[i] + 1;
    }
    return y;
  }

  @Differentiable
  static double strided(double[] x, double[] w, double y0) {
    double y = y0;
    for (int i = 0; w.length + i <= x.length; i += 2) {
      y *= x[i] * w[0] + w[1];
    }
    return y;
  }

  /** The sum could overflow, and the loop would run: then it fails by its index. */
  @Differentiable
  static double anyWidth(double[] x, int width) {
    double y = 1;
    for (int i = 0; i + width < x.length; i++) {
      y *= x[i] + x[i + width];
    }
    return y;
  }

  @Differentiable
  static double changingWidth(double[] x) {
    double y = 1;
    int width = 1;
    for (int i = 0; i + width < x.length; i++) {
      y *= x[i] + x[i + width];
      width += i % 2;
    }
    return y;
  }

  /** Recorded from row to row; a matrix without rows has no first row. */
  @Differentiable
  static double rectangle(double[][] m, double y0) {
    double y = y0;
    for (int r = 0; r < m.length; r++) {
      for (int c = 0; c < m[0].length; c++) {
        y = Math.sin(y * m[r][c]);
      }
    }
    return y;
  }

  @Differentiable
  static double inBranch(double[][] m, double y0, int row) {
    double y = y0;
    for (int r = 0; r < 2; r++) {
      if (row < m.length) {
        for (int c = 0; c < m[row].length; c++) {
          y = Math.sin(y * m[r][c]);
        }
      }
    }
    return y;
  }

  @Differentiable
  static double quotient(double[] x, int rounds, int parts) {
    double y = 1;
    for (int r = 0; r < rounds; r++) {
      for (int i = 0; i < x.length / parts; i++) {
        y = Math.sin(y * x[i]);
      }
    }
    return y;
  }
}
