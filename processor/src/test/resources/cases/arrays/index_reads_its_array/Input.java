package cases.arrays.index_reads_its_array;

import io.github.cotangent.Differentiable;
import java.util.Arrays;

// The element that is written says which element it is.
// run: f(new double[] {0.4, 2.0})
// run: g(new double[] {0.4, 2.0, 1.5}, new int[] {1, 2, 0})
// run: fill(new double[] {0.5, 2.0})
final class Input {
  @Differentiable
  static double f(double[] a) {
    a[(int) a[0]] -= 3 * a[1];
    a[(int) Math.abs(a[0]) % 2] = a[0] * a[1];
    return a[0] * a[0] * a[1];
  }

  @Differentiable
  static double g(double[] a, int[] k) {
    double s = 0;
    for (int i = 0; i < 3; i++) {
      s += a[k[i]] * a[k[0]] * (i + 1);
      k[k[0]] = i % 2;
      a[k[0]] *= s;
    }
    return s;
  }

  @Differentiable
  static double fill(double[] a) {
    Arrays.fill(a, (int) a[0], (int) a[0] + 1, a[1] * a[0]);
    return a[0] * a[1];
  }

  private Input() {}
}
