package cases.calls.merge_sort;

import io.github.cotangent.Differentiable;
import java.util.Arrays;

// Recursion that returns fresh arrays: merge sort of active values.
// run: f(new double[] {1.1, -0.2, 2.3, 0.4, 0.9}, new double[] {1, 2, 3, 4, 5})
// run: f(new double[] {}, new double[] {})
final class Input {
  @Differentiable
  static double f(double[] x, double[] w) {
    double[] sorted = sort(x);
    double s = 0;
    for (int i = 0; i < sorted.length; i++) {
      s += sorted[i] * sorted[i] * w[i];
    }
    return s;
  }

  static double[] sort(double[] x) {
    if (x.length < 2) {
      return x;
    }
    int half = x.length / 2;
    double[] a = sort(Arrays.copyOfRange(x, 0, half));
    double[] b = sort(Arrays.copyOfRange(x, half, x.length));
    double[] merged = new double[x.length];
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      if (j == b.length || i < a.length && a[i] <= b[j]) {
        merged[i + j] = a[i++];
      } else {
        merged[i + j] = b[j++];
      }
    }
    return merged;
  }

  private Input() {}
}
