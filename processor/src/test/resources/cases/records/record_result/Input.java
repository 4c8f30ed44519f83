package cases.records.record_result;

import io.github.cotangent.Differentiable;

// Record results through the pullback; the seed is a record as well.
// run: f(1.5, 0.5)
// run: g(new Input.State(1.1, new double[] {2.2, 0.3}, 4))
final class Input {
  record Polar(double radius, double angle) {}

  record State(double t, double[] y, int step) {}

  @Differentiable
  static Polar f(double x, double y) {
    return new Polar(Math.hypot(x, y), Math.atan2(y, x));
  }

  @Differentiable
  static State g(State s) {
    double[] y = s.y().clone();
    for (int i = 0; i < y.length; i++) {
      y[i] = y[i] * s.t() + s.y()[0];
    }
    return new State(s.t() * y[0], y, s.step() + 1);
  }

  private Input() {}
}
