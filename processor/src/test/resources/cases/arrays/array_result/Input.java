package cases.arrays.array_result;

import io.github.cotangent.Differentiable;

// An array result: fPullback, freshly allocated and built in place.
// run: f(new double[] {1.1, 2.2, 0.3}, 0.5)
// run: f(new double[0], 0.5)
// run: inPlace(new double[] {1.1, 2.2, 0.3})
final class Input {
  @Differentiable
  static double[] f(double[] x, double k) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * x[x.length - 1 - i] * k;
    }
    return y;
  }

  @Differentiable
  static double[] inPlace(double[] x) {
    for (int i = 1; i < x.length; i++) {
      x[i] = x[i] * x[i - 1];
    }
    return x;
  }

  private Input() {}
}
