package cases.arrays.chosen_argument;

import io.github.cotangent.Differentiable;

// Conditional references as arguments, receivers and right-hand sides.
// run: f(new double[] {1.1, 2.2}, new double[] {0.3, 0.4}, true)
// run: f(new double[] {1.1, 2.2}, new double[] {0.3, 0.4}, false)
final class Input {
  @Differentiable
  static double f(double[] a, double[] b, boolean first) {
    double s = dot(first ? a : b, b);
    (first ? b : a)[0] = s * a[1];
    double[] c = (first ? a : b).clone();
    c[1] *= b[0];
    double[][] m = {first ? c : a, b};
    m[0][0] += dot(m[first ? 1 : 0], c);
    return s + c[0] * c[1] + a[0] * m[1][0];
  }

  static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1];
  }

  private Input() {}
}
