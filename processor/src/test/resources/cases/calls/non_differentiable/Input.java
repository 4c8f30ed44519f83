package cases.calls.non_differentiable;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// @NonDifferentiable methods and parameters, wrt by name.
// run: f(1.5, 2.5)
// run: weighted(new double[] {1.1, 2.2}, new double[] {0.3, 0.4})
// run: partly(1.5, 2.5, new double[] {0.5})
// run: both(1.1, 2.2, 3.3)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double k = rounded(x * y);
    return x * k + y * rounded(y);
  }

  @NonDifferentiable
  static double rounded(double x) {
    return Math.rint(x * 4) / 4;
  }

  @Differentiable
  static double weighted(double[] x, @NonDifferentiable double[] w) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += x[i] * x[i] * w[i];
    }
    return s;
  }

  @Differentiable(wrt = "b")
  static double partly(double a, double b, double[] c) {
    c[0] *= a * b;
    return c[0] * b;
  }

  @Differentiable(wrt = {"c", "a"})
  static double both(double a, double b, double c) {
    return a * b * c * a;
  }

  private Input() {}
}
