package cases.arrays.ping_pong;

import io.github.cotangent.Differentiable;

// tmp = a; a = b; b = tmp in a loop.
// run: f(new double[] {1.1, 2.2, 0.3}, 3)
// run: f(new double[] {1.1, 2.2, 0.3}, 4)
// run: f(new double[] {1.1, 2.2, 0.3}, 0)
final class Input {
  @Differentiable
  static double f(double[] x, int steps) {
    double[] a = x.clone();
    double[] b = new double[x.length];
    for (int s = 0; s < steps; s++) {
      for (int i = 0; i < a.length; i++) {
        b[i] = Math.sin(a[i]) + a[(i + 1) % a.length] * a[i];
      }
      double[] tmp = a;
      a = b;
      b = tmp;
    }
    return a[0] * b[1] + a[2];
  }

  private Input() {}
}
