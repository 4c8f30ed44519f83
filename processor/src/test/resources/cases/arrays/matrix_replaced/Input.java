package cases.arrays.matrix_replaced;

import io.github.cotangent.Differentiable;

// The first matrix of a variable that holds another one later, with rows that have names.
// run: once(new double[][] {{1.3, 0.4}, {0.2, 0.9}})
// run: inLoop(new double[][] {{1.3, 0.4}, {0.2, 0.9}}, 3)
// run: inLoop(new double[][] {{1.3, 0.4}, {0.2, 0.9}}, 0)
// run: exchanged(new double[][] {{1.3, 0.4}, {0.2, 0.9}}, 3)
final class Input {
  private static double[][] copy(double[][] a) {
    double[][] b = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      b[i] = a[i].clone();
    }
    return b;
  }

  @Differentiable
  static double once(double[][] a) {
    double[][] c = copy(a);
    c = copy(c);
    double[] row = c[1];
    row[0] *= row[1];
    return c[1][0] * row[1];
  }

  @Differentiable
  static double inLoop(double[][] a, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      double[][] c = copy(a);
      c = copy(c);
      double[] row = c[1];
      row[0] *= row[1];
      sum += c[1][0] * row[1];
    }
    return sum;
  }

  @Differentiable
  static double exchanged(double[][] a, int n) {
    double[][] b = copy(a);
    double[][] c = copy(b);
    for (int k = 0; k < n; k++) {
      double[] row = b[1];
      row[0] *= row[1];
      double[][] old = b;
      b = c;
      c = old;
    }
    return b[1][0] * c[1][1] + c[1][0];
  }
}
