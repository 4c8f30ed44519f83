package cases.loops.independent_sum;

import io.github.cotangent.Differentiable;

// Independent iterations and a sum: no tape needed.
// run: f(new double[] {0.5, -1.5, 2.5})
// run: f(new double[0])
final class Input {
  @Differentiable
  static double f(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double t = x[i] * x[i];
      sum += Math.sin(t) * t;
    }
    return sum;
  }

  private Input() {}
}
