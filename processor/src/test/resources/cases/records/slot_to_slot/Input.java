package cases.records.slot_to_slot;

import io.github.cotangent.Differentiable;

// A record copied from slot to slot of arrays, and a slot overwritten by itself.
// run: f(new Input.P[] {new Input.P(1.1, 2.2), new Input.P(0.3, 0.4)})
final class Input {
  record P(double x, double y) {}

  @Differentiable
  static double f(P[] ps) {
    P[] copy = new P[2];
    copy[0] = ps[1];
    copy[1] = ps[0];
    ps[0] = ps[1];
    ps[1] = ps[1];
    P[][] rows = {ps, copy};
    rows[0][1] = rows[1][1];
    return copy[0].x() * copy[1].y() + ps[0].y() * ps[1].x() * ps[1].x();
  }

  private Input() {}
}
