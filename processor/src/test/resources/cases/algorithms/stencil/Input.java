package cases.algorithms.stencil;

import io.github.cotangent.Differentiable;

// Gauss-Seidel and Jacobi sweeps over a grid.
// run: f(new double[][] {{1, 2, 3, 4}, {0.5, 0.1, 0.2, 0.3}, {1.1, 0.3, 0.7, 0.9}, {2, 1, 0, 1}}, 0.8, 2)
final class Input {
  @Differentiable
  static double f(double[][] u, double omega, int sweeps) {
    int n = u.length;
    for (int s = 0; s < sweeps; s++) {
      for (int i = 1; i < n - 1; i++) {
        for (int j = 1; j < n - 1; j++) {
          double average = (u[i - 1][j] + u[i + 1][j] + u[i][j - 1] + u[i][j + 1]) / 4;
          u[i][j] += omega * (average - u[i][j] * u[i][j]);
        }
      }
    }
    double[][] v = new double[n][n];
    for (int i = 1; i < n - 1; i++) {
      for (int j = 1; j < n - 1; j++) {
        v[i][j] = u[i][j] * u[i - 1][j] - u[i][j + 1];
      }
    }
    double energy = 0;
    for (double[] row : v) {
      for (double e : row) {
        energy += e * e;
      }
    }
    return energy;
  }

  private Input() {}
}
