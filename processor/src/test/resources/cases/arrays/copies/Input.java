package cases.arrays.copies;

import io.github.cotangent.Differentiable;
import java.util.Arrays;

// clone, Arrays.copyOf (shorter and longer), Arrays.copyOfRange: fresh storage each.
// run: f(new double[] {1.1, 2.2, 0.3}, 5)
// run: f(new double[] {1.1, 2.2, 0.3}, 2)
final class Input {
  @Differentiable
  static double f(double[] x, int n) {
    double[] a = x.clone();
    a[0] *= x[1];
    double[] b = Arrays.copyOf(a, n);
    b[1] = b[0] * a[0];
    double[] c = Arrays.copyOfRange(b, 1, n + 1);
    c[0] += x[2];
    double[] e = java.util.Arrays.copyOfRange(x, 1, 3);
    e[0] = e[1] * c[0];
    x[0] = 7;
    return a[0] + b[1] * c[0] + c[n - 1] + e[0] * x[1] + x[0] * a[1];
  }

  private Input() {}
}
