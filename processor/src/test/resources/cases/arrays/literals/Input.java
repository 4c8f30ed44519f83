package cases.arrays.literals;

import io.github.cotangent.Differentiable;

// Array initialisers: flat, nested, empty, with active and constant elements.
// run: f(1.5, 0.5)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double[] a = {x, 2, y * x};
    double[][] m = {{x, y}, a, {}, {1, 2 * y}};
    double[][] n = new double[][] {m[0], {y * y}};
    int[] k = {1, 0};
    float[] g = {1, 2.5f};
    n[0][0] *= a[2];
    m[1][k[0]] += m[0][0];
    return a[1] * m[0][0] + m[3][1] * n[1][k[1]] + m[2].length * x + g[1] * y;
  }

  private Input() {}
}
