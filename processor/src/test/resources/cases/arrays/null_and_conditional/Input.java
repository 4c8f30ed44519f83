package cases.arrays.null_and_conditional;

import io.github.cotangent.Differentiable;

// References that are null at first, and an array that is created only on demand.
// run: f(1.5, 4)
// run: f(1.5, 0)
final class Input {
  @Differentiable
  static double f(double x, int n) {
    double[] cache = null;
    double s = x;
    for (int i = 0; i < n; i++) {
      if (cache == null) {
        cache = new double[n];
        cache[0] = x * x;
      } else {
        cache[i] = cache[i - 1] * x;
      }
      s += cache[i] * s;
    }
    return cache == null ? s * 2 : s * cache[n - 1];
  }

  private Input() {}
}
