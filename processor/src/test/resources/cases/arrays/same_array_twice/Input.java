package cases.arrays.same_array_twice;

import io.github.cotangent.Differentiable;

// f(a, a): both components are the same array and hold the total derivative.
// run: double[] a = {1.1, 2.2}; f(a, a)
// run: f(new double[] {1.1, 2.2}, new double[] {0.5, 0.7})
// run: double[][] m = {{1, 2}, {3, 4}}; g(m, m[1])
// run: double[] r = {1, 2}; g(new double[][] {r, r}, r)
final class Input {
  @Differentiable
  static double f(double[] a, double[] b) {
    double s = a[0] * b[1];
    a[0] = s * b[0];
    b[1] += a[0] * a[1];
    return s * a[0] + b[1] * a[1];
  }

  @Differentiable
  static double g(double[][] m, double[] row) {
    m[0][0] *= row[1];
    row[0] = m[1][1] * m[0][0];
    m[1][0] += row[0] * row[1];
    return m[0][0] * m[1][0] + row[0];
  }

  private Input() {}
}
