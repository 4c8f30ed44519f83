package cases.arrays.shallow_copies;

import io.github.cotangent.Differentiable;
import java.util.Arrays;

// clone and copyOf of a matrix share their rows.
// run: f(new double[][] {{1.1, 2.2}, {0.3, 0.4}})
final class Input {
  @Differentiable
  static double f(double[][] m) {
    double[][] c = m.clone();
    double[][] e = Arrays.copyOf(m, 3);
    c[0][0] *= m[0][1];
    e[2] = c[1].clone();
    e[1][1] *= e[2][0];
    c[0] = e[2];
    c[0][1] *= 2;
    return m[0][0] * m[1][1] + c[0][1] * e[0][0];
  }

  private Input() {}
}
