package cases.checkpoint.aliases;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// Two names of one array; arrays that only some of the steps change.
// run: both(new double[] {1.1, 0.3, 0.2}, 6)
// run: double[] a = {1.1, 0.3, 0.2}; two(a, a, 5)
// run: two(new double[] {1.1, 0.3, 0.2}, new double[] {0.7, 0.6, 0.1}, 5)
// run: maybeNull(new double[] {1.1, 0.3, 0.2}, 6)
final class Input {
  @Differentiable
  static double both(double[] u, int n) {
    double[] v = u;
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      u[0] = v[1] * v[0] + 0.3;
      v[1] += u[0] * 0.2;
      if (i == 3) {
        v = u.clone();
      }
    }
    return u[0] * v[1];
  }

  @Differentiable
  static double two(double[] u, double[] v, int n) {
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      u[0] = v[1] * v[0] + 0.3;
      v[1] += u[0] * 0.2 * v[2];
    }
    return u[0] * v[1];
  }

  @Differentiable
  static double maybeNull(double[] u, int n) {
    double[] before = null;
    double y = 1;
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      if (before != null) {
        y = y * before[1] + u[0];
      }
      before = u;
      u = u.clone();
      u[1] = u[0] * y;
    }
    return y * u[1];
  }

  private Input() {}
}
