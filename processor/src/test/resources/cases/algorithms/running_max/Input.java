package cases.algorithms.running_max;

import io.github.cotangent.Differentiable;

// The running maximum and where it was, by Math.max and by comparison.
// run: f(new double[] {0.1, -0.2, 2.3, 0.4})
final class Input {
  @Differentiable
  static double f(double[] x) {
    double max = Double.NEGATIVE_INFINITY;
    int where = -1;
    double other = x[0];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] > max) {
        max = x[i];
        where = i;
      }
      other = Math.max(other, x[i] * x[i]);
      sum += max * other;
    }
    return sum * x[where] + max;
  }

  private Input() {}
}
