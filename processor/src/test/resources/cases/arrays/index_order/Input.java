package cases.arrays.index_order;

import io.github.cotangent.Differentiable;

// a[i++] = x * a[i], a[k[i]] += ..., assigned indices: Java's order of evaluation.
// run: f(1.5, new double[] {1, 2, 3, 4}, new int[] {2, 0, 3, 2})
final class Input {
  @Differentiable
  static double f(double x, double[] a, int[] k) {
    int i = 0;
    a[i++] = x * a[i];
    a[i] = a[i++] * a[i] + i;
    a[k[i]] += a[i = 0] * x;
    a[i] *= a[i += 3] + a[i];
    a[i] = a[i = 1] * (i + 1);
    for (int j = 0; j < k.length; j++) {
      a[k[j]] = a[k[j]] * x + a[j];
      k[j] = 1;
    }
    a[k[0]] *= x;
    return a[0] + a[1] * a[2] - a[3] * x;
  }

  private Input() {}
}
