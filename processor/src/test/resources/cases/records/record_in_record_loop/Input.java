package cases.records.record_in_record_loop;

import io.github.cotangent.Differentiable;

// A carried record with arrays, replaced in a loop with exits.
// run: f(new double[] {1.1, 0.2}, 4, 50)
// run: f(new double[] {1.1, 0.2}, 4, 0.5)
// run: f(new double[] {1.1, 0.2}, 0, 1)
final class Input {
  record State(double[] y, double t) {}

  @Differentiable
  static double f(double[] y0, int steps, double limit) {
    State s = new State(y0, 0.1);
    for (int i = 0; i < steps; i++) {
      double[] next = new double[2];
      next[0] = s.y()[0] + s.t() * s.y()[1];
      next[1] = s.y()[1] - s.t() * Math.sin(s.y()[0]);
      s = new State(next, s.t() * 1.5);
      if (next[0] * next[0] > limit) {
        break;
      }
      if (i == 1) {
        continue;
      }
      next[1] *= 2;
    }
    return s.y()[0] * s.y()[1] + s.t() * y0[0] * limit;
  }

  private Input() {}
}
