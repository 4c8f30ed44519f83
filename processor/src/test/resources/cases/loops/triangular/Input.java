package cases.loops.triangular;

import io.github.cotangent.Differentiable;

// Inner bounds that depend on the outer index, upward and downward.
// run: f(new double[] {0.5, 1.5, 0.8, 1.2})
// run: f(new double[0])
final class Input {
  @Differentiable
  static double f(double[] x) {
    double y = 1;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        y = y * x[j] + x[i];
      }
      for (int j = i; j < x.length; j++) {
        y = y + x[j] * y * 0.1;
      }
    }
    return y;
  }

  private Input() {}
}
