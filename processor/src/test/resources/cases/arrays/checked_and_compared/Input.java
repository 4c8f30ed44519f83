package cases.arrays.checked_and_compared;

import io.github.cotangent.Differentiable;
import java.util.Arrays;
import java.util.Objects;

// Arrays that carry derivatives may be checked for null, and compared.
// run: f(new double[] {1.5, 2}, new double[] {3, 4})
final class Input {
  @Differentiable
  static double f(double[] x, double[] y) {
    Objects.requireNonNull(x);
    Objects.requireNonNull(y, "y");
    double[] z = x.clone();
    z[0] *= y[1];
    if (!Arrays.equals(x, y)) {
      z[1] *= z[0];
    }
    x[0] = y[0] * z[0];
    return Arrays.mismatch(x, z) == 0 ? x[0] * z[1] : x[1];
  }

  private Input() {}
}
