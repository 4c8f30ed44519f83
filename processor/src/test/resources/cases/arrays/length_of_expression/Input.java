package cases.arrays.length_of_expression;

import io.github.cotangent.Differentiable;

// length of calls, rows and fresh arrays; elements of call results and of fresh arrays.
// run: f(new double[][] {{1.1, 2.2}, {0.3}}, 1.5)
final class Input {
  static double[] row(double[][] m, int i) {
    return m[i];
  }

  @Differentiable
  static double f(double[][] m, double x) {
    double y = row(m, 0).length * x + m[1].length;
    y *= row(m, 1)[0] + row(m, 0)[1] * x;
    row(m, 0)[0] = y * x;
    y += new double[] {x, y}[1] * new double[3].length;
    return y * m[0][0];
  }

  private Input() {}
}
