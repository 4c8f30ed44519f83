package cases.arrays.constants_replaced;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// A variable begins as a constant array and goes on as arrays made here: no write is one into
// the constant.
// run: f(new double[] {1.1, -0.7}, new double[] {0.5, 0.7})
// run: byHelper(new double[] {1.1, -0.7}, new double[][] {{0.5, 0.7}, {1.0, -2.0}})
// run: fromField(new double[] {1.1, -0.7}, 3)
// run: rows(0.3, new double[][] {{0.5, 0.7, 0.1}, {1.0, -2.0, 0.4}}, 3)
// run: rows(0.3, new double[][] {{0.5, 0.7, 0.1}, {1.0, -2.0, 0.4}}, 0)
// run: records(0.3, new double[] {0.5, 0.7, 1.0, -2.0}, 3)
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

  @Differentiable
  static double rows(double k, @NonDifferentiable double[][] start, int steps) {
    double[][] u = start;
    for (int t = 0; t < steps; t++) {
      double[][] next = new double[u.length][];
      for (int i = 0; i < u.length; i++) {
        next[i] = new double[u[i].length];
        for (int j = 1; j < u[i].length; j++) {
          next[i][j] = u[i][j] * u[i][j] + k * u[i][j - 1];
        }
      }
      for (double[] row : next) {
        row[0] = k * row[1];
      }
      u = next;
    }
    return u[0][2] + u[1][0] * u[1][1];
  }

  record Grid(int n, double[] cells) {
    static Grid empty(int n) {
      return new Grid(n, new double[n * n]);
    }

    double at(int i, int j) {
      return cells[i * n + j];
    }

    void set(int i, int j, double v) {
      cells[i * n + j] = v;
    }
  }

  @Differentiable
  static double records(double k, @NonDifferentiable double[] cells, int steps) {
    Grid u = new Grid(2, cells);
    for (int t = 0; t < steps; t++) {
      Grid next = t == 1 ? new Grid(2, new double[4]) : Grid.empty(2);
      for (int i = 0; i < 2; i++) {
        next.set(i, 0, u.at(i, 0) * u.at(1 - i, 1));
        next.cells()[i * 2 + 1] = k * u.at(i, 1);
      }
      u = next;
    }
    return u.at(0, 0) * u.at(1, 0) + u.at(0, 1);
  }

  private Input() {}
}
