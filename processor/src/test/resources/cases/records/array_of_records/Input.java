package cases.records.array_of_records;

import io.github.cotangent.Differentiable;

// Arrays of records: elements read, replaced, created empty, swapped.
// run: f(new Input.P[] {new Input.P(1.1, 2.2), new Input.P(0.3, 0.4), new Input.P(0.5, 1.6)}, 1.5)
final class Input {
  record P(double x, double y) {}

  @Differentiable
  static double f(P[] ps, double k) {
    double s = 0;
    for (P p : ps) {
      s += p.x() * p.y();
    }
    ps[0] = new P(ps[1].x() * k, ps[0].y() * s);
    P t = ps[0];
    ps[0] = ps[2];
    ps[2] = t;
    P[] fresh = new P[2];
    fresh[1] = ps[2];
    fresh[0] = new P(fresh[1].y(), k);
    P[] same = fresh;
    same[1] = new P(same[0].x() * same[1].x(), 2);
    return s * ps[0].x() + fresh[1].x() * fresh[0].y() + ps[2].y() * ps[1].y();
  }

  private Input() {}
}
