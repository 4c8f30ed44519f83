package cases.checkpoint.in_place;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// A state array that is a parameter is overwritten in place, and read before and after the loop.
// run: spread(new double[] {1.1, 0.7, -0.4, 0.2}, 0.3, 9)
// run: spread(new double[] {1.1, 0.7, -0.4, 0.2}, 0.3, 0)
// run: spread(new double[] {1.5}, 0.3, 3)
// run: last(new double[] {1.1, 0.7, -0.4, 0.2}, 0.3, 7)
final class Input {
  @Differentiable
  static double spread(double[] u, double k, int steps) {
    double before = u[0] * u[u.length - 1];
    for (int t = 0; t < steps; t++) {
      checkpoint(2);
      for (int i = 1; i < u.length; i++) {
        u[i] += k * Math.sin(u[i - 1]);
      }
      u[0] *= 0.9 + 0.01 * t;
    }
    return before * u[u.length - 1] + u[0];
  }

  /** What the array held is needed by what stands before the loop. */
  @Differentiable
  static void last(double[] u, double k, int steps) {
    double s = 0;
    for (int i = 0; i < u.length; i++) {
      s += u[i] * u[i];
    }
    u[0] = s * u[1];
    for (int t = steps; t > 0; t--) {
      checkpoint(3);
      for (int i = 1; i < u.length; i++) {
        u[i] = u[i] * u[i - 1] * k + 0.5;
      }
    }
    u[1] = u[1] * u[2];
  }

  private Input() {}
}
