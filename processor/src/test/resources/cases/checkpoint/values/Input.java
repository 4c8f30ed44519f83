package cases.checkpoint.values;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;
import io.github.cotangent.NonDifferentiable;

// The state has values of a type that declares itself differentiable: snapshots are references.
// shares: custom/values/Vec.java
// shares: custom/values/VecSum.java
// run: orbit(new double[] {0.2, -0.3}, 0)
// run: orbit(new double[] {0.2, -0.3}, 1)
// run: orbit(new double[] {0.2, -0.3}, 9)
// run: fibonacci(new double[] {0.4, -0.3}, 7)
// run: recurrent(new double[] {0.4, -0.3}, new double[] {0.2, 0.7}, new double[] {1.1, -0.8}, 8)
// run: inRecord(new double[] {0.4, -0.3}, 6)
// run: chosen(new double[] {0.4, -0.3}, 7)
// run: constant(new double[] {0.4, -0.3}, 5)
// run: late(new double[] {0.4, -0.3}, 5)
// run: nested(new double[] {0.4, -0.3}, 4)
// run: early(new double[] {0.4, -0.3}, 40)
// run: swapped(new double[] {0.4, -0.3}, 7)
// run: mixed(new double[] {0.4, -0.3}, 6)
// run: inactive(new double[] {0.4, -0.3}, 6)
// run: plain(new double[] {0.4, -0.3}, 3)
// expect: dSquared(Vec.of(0.5, 2), 2).at(0) = 0.5
// expect: dSquared(Vec.of(0.5, 2), 2).at(1) = 32.0
// expect: movedPullback(Vec.of(1, 2), Vec.of(3, 4), 3).apply(Vec.of(1, 1)).by().at(1) = 3.0
// expect: Input.clippedAsRecorded() = 1.0
final class Input {
  record State(Vec position, Vec velocity, double time) {}

  @Differentiable
  static double orbit(double[] a, int n) {
    Vec c = Vec.of(a);
    Vec z = c;
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(2);
      z = z.times(z).plus(c);
    }
    return z.dot(z) + z.at(0);
  }

  @Differentiable
  static double fibonacci(double[] a, int n) {
    Vec last = Vec.of(a);
    Vec now = last.tanh();
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(3);
      Vec next = now.plus(last).tanh();
      last = now;
      now = next;
    }
    return now.dot(last);
  }

  @Differentiable
  static double recurrent(double[] w, double[] b, double[] x, int n) {
    Vec weight = Vec.of(w);
    Vec bias = Vec.of(b);
    Vec h = bias;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint();
      h = cell(weight, bias, h, x[i % 2]);
      sum += h.dot(h) * (i + 1);
    }
    return sum + h.at(1);
  }

  static Vec cell(Vec weight, Vec bias, Vec h, double x) {
    return weight.times(h).plus(bias.scaled(x)).tanh();
  }

  @Differentiable
  static double inRecord(double[] a, int n) {
    State s = new State(Vec.of(a), Vec.of(a[1], a[0]), a[0]);
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(2);
      Vec v = s.velocity().plus(s.position().scaled(-0.1 * s.time()));
      s = new State(s.position().plus(v.scaled(0.1)), v, s.time() * 1.1);
    }
    return s.position().dot(s.velocity()) * s.time();
  }

  // Now the value before the loop, now a new one.
  @Differentiable
  static double chosen(double[] a, int n) {
    Vec x = Vec.of(a);
    Vec h = x.tanh();
    Vec kept = h;
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(2);
      if (i % 3 == 1) {
        kept = h;
      }
      h = i % 4 == 2 ? x : h.times(kept).plus(x);
    }
    return h.dot(kept);
  }

  @Differentiable
  static double constant(double[] a, int n) {
    Vec x = Vec.of(a);
    Vec h = Vec.ONES;
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(2);
      h = h.times(x);
      if (i == 2) {
        h = Vec.ONES;
      }
    }
    return h.dot(x);
  }

  @Differentiable
  static double late(double[] a, int n) {
    Vec x = Vec.of(a);
    Vec h = null;
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(2);
      h = h == null ? x : h.times(x);
    }
    return h.at(0) + h.at(1);
  }

  @Differentiable
  static double nested(double[] a, int n) {
    Vec h = Vec.of(a);
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(2);
      Vec inner = h;
      for (int j = 0; j < 3; j++) {
        Gradients.checkpoint(1);
        inner = inner.times(h).tanh();
      }
      h = h.plus(inner);
    }
    return h.dot(h);
  }

  @Differentiable
  static double early(double[] a, int n) {
    Vec h = Vec.of(a);
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint();
      if (h.dot(h) < 0.01) {
        break;
      }
      h = h.scaled(0.8).times(Vec.of(1 - a[0] * i, 1));
    }
    return h.at(0) * h.at(1);
  }

  @Differentiable
  static double swapped(double[] a, int n) {
    Vec u = Vec.of(a);
    Vec w = u.tanh();
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(2);
      Vec t = u;
      u = w;
      w = t;
      if (i % 2 == 0) {
        u = u.times(w);
      }
    }
    return u.at(0) * w.at(1) + u.dot(w);
  }

  // Numbers and arrays beside values.
  @Differentiable
  static double mixed(double[] a, int n) {
    double[] u = a.clone();
    double s = 1;
    Vec h = Vec.of(u);
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(2);
      u[0] = u[0] * h.at(1) + s;
      s = s * h.dot(Vec.of(u));
      h = h.plus(Vec.of(u)).tanh();
    }
    return h.dot(h) * s + u[0];
  }

  @Differentiable
  static double inactive(double[] a, int n) {
    Vec k = Vec.ONES;
    double x = a[0];
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(2);
      k = k.scaled(0.5);
      x = x * k.at(0) + a[1];
    }
    return x;
  }

  // The arguments are values.
  @Differentiable
  static double plain(double[] a, int n) {
    return squared(Vec.of(a), n) + moved(Vec.of(a), Vec.of(a), n).at(1);
  }

  @Differentiable
  static double squared(Vec v, int n) {
    Vec h = v;
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(1);
      h = h.times(h);
    }
    return h.at(0) + h.at(1);
  }

  @Differentiable
  static Vec moved(Vec v, Vec by, int n) {
    Vec h = v;
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(1);
      h = h.plus(by);
    }
    return h;
  }

  // What is done to the state's adjoint in each step is done to the one that is handed on.
  @Differentiable
  static double clipped(double[] a, int n) {
    Vec x = Vec.of(a);
    Vec h = x;
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint(2);
      Gradients.insertGradientOf(h, dh -> dh.scaled(0.5).plus(x));
      h = h.times(x).plus(x);
    }
    return h.dot(h);
  }

  @Differentiable
  static double clippedRecorded(double[] a, int n) {
    Vec x = Vec.of(a);
    Vec h = x;
    for (int i = 0; i < n; i++) {
      Gradients.insertGradientOf(h, dh -> dh.scaled(0.5).plus(x));
      h = h.times(x).plus(x);
    }
    return h.dot(h);
  }

  static double clippedAsRecorded() {
    double[] again = dInput.dClipped(new double[] {0.4, -0.3}, 7);
    double[] recorded = dInput.dClippedRecorded(new double[] {0.4, -0.3}, 7);
    return again[0] == recorded[0] && again[1] == recorded[1] ? 1 : 0;
  }

  private Input() {}
}
