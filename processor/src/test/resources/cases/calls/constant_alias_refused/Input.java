package cases.calls.constant_alias_refused;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// A constant array that shares storage with a differentiated one is refused at entry.
// run: weighted(new double[] {1.1, 2.2}, new double[] {0.3, 0.4})
// refuse: double[] a = {1.1, 2.2}; weighted(a, a)
// refuse: double[][] m = {{1.1}, {2.2}}; first(m, m[1])
// run: first(new double[][] {{1.1}, {2.2}}, new double[] {3})
final class Input {
  @Differentiable
  static double weighted(double[] x, @NonDifferentiable double[] w) {
    return x[0] * w[0] + x[1] * x[1] * w[1];
  }

  @Differentiable(wrt = "m")
  static double first(double[][] m, double[] v) {
    return m[0][0] * m[1][0] * v[0];
  }

  private Input() {}
}
