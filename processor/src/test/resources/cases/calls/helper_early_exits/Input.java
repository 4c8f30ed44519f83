package cases.calls.helper_early_exits;

import io.github.cotangent.Differentiable;

// Helpers with loops, early returns and jumps, called in a loop.
// run: f(new double[] {1.1, 2.2, 0.3}, 2.0)
// run: f(new double[] {1.1, 2.2, 0.3}, 100.0)
// run: f(new double[] {}, 1.0)
final class Input {
  @Differentiable
  static double f(double[] x, double limit) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      s = s * firstAbove(x, limit / (i + 1)) + x[i];
    }
    return s * limit;
  }

  static double firstAbove(double[] x, double limit) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
      if (sum > limit) {
        return sum - limit * v;
      }
    }
    return sum * 0.5;
  }

  private Input() {}
}
