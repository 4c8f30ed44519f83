package cases.names.long_empty_helper;

import io.github.cotangent.Differentiable;

// The header of a generated method without a body leaves no room for the closing brace.
// run: f(1.5, new double[] {0.5, 2}, new double[] {1, 3})
final class Input {
  @Differentiable
  static double f(double v, double[] b, double[] c) {
    double[][] rows = {b, {0.5, 0.5}};
    h1(c, rows[1], rows);
    helper(c, rows[1], rows, b);
    return v * b[0];
  }

  static void h1(double[] c, double[] a, double[][] grid) {}

  static void helper(double[] something, double[] other, double[][] grid, double[] last) {}

  private Input() {}
}
