package cases.arrays.element_overwrite;

import io.github.cotangent.Differentiable;

// a[i] = a[i] * a[j], also with i == j; compound element assignment.
// run: f(new double[] {1.1, 2.2, 0.3}, 0, 1)
// run: f(new double[] {1.1, 2.2, 0.3}, 2, 2)
final class Input {
  @Differentiable
  static double f(double[] a, int i, int j) {
    a[i] = a[i] * a[j];
    a[j] *= a[i];
    a[i] += a[i] * a[j];
    a[j] -= Math.sin(a[i]);
    a[i] /= a[j] + 9;
    a[i]++;
    --a[j];
    return a[0] * a[i] + a[j] * a[1];
  }

  private Input() {}
}
