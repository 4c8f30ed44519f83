package cases.arrays.moving_bounds;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.Arrays;

// The bounds of an array operation change before the backward pass puts its range back.
// run: fill(0.6, new double[] {1.5, 1, 0.5})
// run: copy(0.6, new double[] {1.5, 1, 0.5})
final class Input {
  @Differentiable
  static double fill(double x, @NonDifferentiable double[] d) {
    double s = 0;
    int k = 0;
    for (int i = 0; i < 3; i++) {
      s += Math.sin(x * s) + x * d[0];
      Arrays.fill(d, k, k + 1, 2.0);
      k++;
    }
    return s;
  }

  @Differentiable
  static double copy(double x, @NonDifferentiable double[] d) {
    int to = 0;
    double y = x * d[0];
    System.arraycopy(d, 1, d, to, 1);
    to = 2;
    return y * y * d[0] + d[to];
  }

  private Input() {}
}
