package cases.surgery.values;

import static io.github.cotangent.Gradients.insertGradientOf;
import static io.github.cotangent.Gradients.inspectGradientOf;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Operations on the adjoints of values, and of records of them. The adjoints that are looked at are
// those before the change: the backward pass comes to the last statement first.
// shares: custom/values/Vec.java
// shares: custom/values/VecSum.java
// kink
// expect: dClipped(Vec.of(1, 2)).at(0) * 100 + dClipped(Vec.of(1, 2)).at(1) = 200.0 + 12.0
// expect: dThroughTime(Vec.of(2, 3), Vec.of(1, 1), 3).at(0) + 100 * Input.seen[0] + Input.seen[1] = 10.0 + 1000.0 + 5.0
// expect: dThroughTime(Vec.of(2, 3), Vec.of(1, 1), 3).at(1) = 17.0
// expect: dInArray(Vec.of(2, 3), Input.ones(), 2).at(0) = 3.5
// expect: dInArray(Vec.of(2, 3), Input.ones(), 2).at(1) = 4.5
// expect: dRecords(Vec.of(2, 3), 5).v().at(0) * 1000 + dRecords(Vec.of(2, 3), 5).k() = 12000.0 + 100.0
// expect: dAliased(Vec.of(2, 3)).at(0) = 13.0
final class Input {
  record State(Vec h, double k) {}

  static double[] seen = new double[3];

  @Differentiable
  static double clipped(Vec v) {
    Vec square = v.times(v);
    insertGradientOf(square, dsquare -> atMost(dsquare, 3));
    return square.at(0) + 5 * square.at(1);
  }

  static Vec atMost(Vec v, double limit) {
    return Vec.of(Math.min(v.at(0), limit), Math.min(v.at(1), limit));
  }

  @Differentiable
  static double throughTime(Vec w, @NonDifferentiable Vec h0, int steps) {
    Vec h = h0;
    for (int t = 0; t < steps; t++) {
      int time = t;
      h = h.times(w);
      insertGradientOf(h, dh -> atMost(dh, 2));
      inspectGradientOf(h, dh -> note(time, dh.at(0) + dh.at(1)));
    }
    return h.at(0) + h.at(1);
  }

  static void note(int time, double value) {
    seen[time] = value;
  }

  @Differentiable
  static double inArray(Vec w, @NonDifferentiable Vec[] start, int steps) {
    Vec[] hs = start.clone();
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < hs.length; i++) {
        Vec h = hs[i].times(w);
        insertGradientOf(h, dh -> atMost(dh, 1.5));
        hs[i] = h;
      }
    }
    return hs[0].at(0) + hs[1].at(1);
  }

  static Vec[] ones() {
    return new Vec[] {Vec.of(1, 1), Vec.of(1, 1)};
  }

  @Differentiable
  static double records(Vec v, double k) {
    State s = new State(v.times(v), k * k);
    insertGradientOf(s, ds -> new State(atMost(ds.h(), 3), 10 * ds.k()));
    return 7 * s.h().at(0) + s.k();
  }

  @Differentiable
  static double aliased(Vec v) {
    Vec w = v;
    double first = v.at(0);
    insertGradientOf(w, dw -> dw.plus(Vec.of(10, 0)));
    return 2 * v.at(0) + first;
  }

  private Input() {}
}
