package cases.calls.helper_ignores_result;

import io.github.cotangent.Differentiable;

// Results that are not used, active arguments that are not used, calls as statements.
// run: f(new double[] {1.1, 2.2})
final class Input {
  @Differentiable
  static double f(double[] x) {
    accumulate(x, 3);
    accumulate(x, x[1]);
    double unused = accumulate(x, 0.5);
    ignore(x[0] * x[1], x);
    return x[0] * x[1] + ignore(unused, x);
  }

  static double accumulate(double[] x, double k) {
    x[0] += k * x[1] * x[0];
    return x[0] * k;
  }

  static double ignore(double a, double[] b) {
    return 7;
  }

  private Input() {}
}
