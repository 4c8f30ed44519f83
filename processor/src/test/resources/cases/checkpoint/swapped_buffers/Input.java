package cases.checkpoint.swapped_buffers;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// A heat equation, with two arrays that are exchanged at each step.
// run: heat(new double[] {0.1, 1.1, 0.7, -0.4, 0.2}, 0.2, 11)
// run: heat(new double[] {0.1, 1.1, 0.7, -0.4, 0.2}, 0.2, 0)
final class Input {
  @Differentiable
  static double heat(double[] u0, double k, int steps) {
    double[] u = u0.clone();
    double[] next = u0.clone();
    for (int t = 0; t < steps; t++) {
      checkpoint(3);
      for (int i = 1; i < u.length - 1; i++) {
        next[i] = u[i] + k * (u[i - 1] - 2 * u[i] + u[i + 1]);
      }
      double[] old = u;
      u = next;
      next = old;
    }
    double s = 0;
    for (double v : u) {
      s += v * v;
    }
    return s;
  }

  private Input() {}
}
