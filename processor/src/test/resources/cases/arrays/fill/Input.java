package cases.arrays.fill;

import io.github.cotangent.Differentiable;
import java.util.Arrays;

// Arrays.fill with an active and a constant value, whole and in part.
// run: f(new double[] {1.1, 2.2, 0.3, 0.4}, 1.5, 3)
// run: f(new double[] {1.1, 2.2, 0.3, 0.4}, 1.5, 1)
final class Input {
  @Differentiable
  static double f(double[] x, double y, int n) {
    double s = x[0] * x[1];
    Arrays.fill(x, 1, n, y * s);
    x[2] *= x[1] + 1;
    double[] a = new double[4];
    Arrays.fill(a, s);
    a[1] = a[2] * y;
    Arrays.fill(a, 2, 4, 0);
    a[2] += x[1];
    Arrays.fill(x, a[1] * x[2]);
    int[] k = new int[3];
    Arrays.fill(k, 2);
    return x[k[1]] * a[1] + a[2] * a[3] + a[0] * y;
  }

  private Input() {}
}
