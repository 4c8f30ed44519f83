package cases.loops.return_from_nested;

import io.github.cotangent.Differentiable;

// Early return out of nested loops, with arrays half written.
// run: f(new double[] {1.1, 0.4, 1.7}, 0.5)
// run: f(new double[] {1.1, 0.4, 1.7}, 9.5)
// run: f(new double[] {}, 9.5)
final class Input {
  @Differentiable
  static double f(double[] x, double limit) {
    double[] y = new double[x.length];
    double sum = limit * 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j <= i; j++) {
        y[i] += x[i] * x[j];
        sum += y[i];
        if (sum > limit) {
          return sum * y[i];
        }
      }
      if (sum * sum > 4 * limit) {
        return y[i] - limit;
      }
    }
    return sum * limit;
  }

  private Input() {}
}
