package cases.arrays.embedded_in_expressions;

import io.github.cotangent.Differentiable;

// Element assignments and steps used as values.
// run: f(new double[] {1.1, 2.2, 0.3})
final class Input {
  @Differentiable
  static double f(double[] x) {
    int i = 0;
    double y = (x[0] = x[1] * x[2]) + x[0] * (x[2] += x[1]);
    y += x[i++] * x[i++] * x[i];
    y *= x[2]++ + --x[1];
    x[0] = x[1] = x[2] = y;
    return x[0] * x[1] * (x[2] *= 2) + x[--i];
  }

  private Input() {}
}
