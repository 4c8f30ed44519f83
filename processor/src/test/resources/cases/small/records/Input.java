package cases.small.records;

import io.github.cotangent.Differentiable;

// Records of numbers that become variables, and those that stay records.
// run: exchanged(0.7, -0.4, 3)
// run: exchanged(0.7, -0.4, 0)
// run: nested(0.7, -0.4, 2)
// run: chosen(0.7, -0.4)
// run: chosen(-0.7, -0.4)
// run: late(0.7, 1)
// run: late(0.7, -1)
// run: carried(0.3, 0.8, 4)
// run: carried(0.3, 0.8, 0)
// run: early(0.7, 0.2)
// run: early(-0.7, 0.2)
// run: earlyInLoop(0.7, 0.2, 5)
// run: parameters(new Input.Pair(0.3, 0.6), 0.9)
// run: onlyParameterCrosses(new Input.Pair(0.3, 0.6), 0.9)
// run: kinds(0.3f, 0.7, 3)
// run: compared(0.7, 0.4)
// run: inArray(0.7, 0.4)
// run: looped(0.7, 0.4, 3)
// run: recursive(0.7, 3)
// run: result(0.7, 0.4, 2)
// run: ignored(0.7, 0.4)
// run: shadowed(0.7, 0.4)
// run: assignedParameter(0.7, 0.4)
// run: orderOfEvaluation(0.7, 0.4)
final class Input {
  record Pair(double x, double y) {
    Pair plus(Pair other) {
      return new Pair(x + other.x, y + other.y);
    }

    Pair times(double a) {
      return new Pair(x * a, y * a);
    }

    Pair turned() {
      return new Pair(-y, x);
    }

    double square() {
      return x * x + y * y;
    }
  }

  record State(Pair at, Pair speed, int steps, boolean isFast) {}

  record Mixed(float a, double b, int n, long m) {}

  /** All of a record is computed before any of it is assigned. */
  @Differentiable
  static double exchanged(double a, double b, int n) {
    Pair p = new Pair(a, b);
    for (int i = 0; i < n; i++) {
      p = new Pair(p.y() * 1.5, Math.sin(p.x()));
    }
    return p.x() * p.y() + p.x();
  }

  @Differentiable
  static double nested(double a, double b, int n) {
    State s = new State(new Pair(a, b), new Pair(b, 1), 0, false);
    for (int i = 0; i < n; i++) {
      Pair pull = s.at().times(-0.5);
      Pair speed = s.speed().plus(pull);
      s = new State(s.at().plus(speed), speed, s.steps() + 1, speed.square() > 1);
      if (s.isFast()) {
        s = new State(s.at(), s.speed().times(0.7), s.steps(), false);
      }
    }
    return s.at().square() + s.steps() * s.speed().x();
  }

  @Differentiable
  static double chosen(double a, double b) {
    Pair p = a > 0 ? new Pair(a, b) : new Pair(b, a * a);
    Pair q = p;
    p = p.turned();
    return p.x() * q.x() + q.square();
  }

  @Differentiable
  static double late(double a, int sign) {
    Pair p;
    if (sign > 0) {
      p = new Pair(a, 2);
    } else {
      p = new Pair(3, a * a);
    }
    return p.x() * p.y();
  }

  /** Carried through a loop, used, and returned by a helper as a record. */
  @Differentiable
  static double carried(double a, double b, int n) {
    Pair p = walk(a, b, n);
    return p.x() * p.y() + p.y();
  }

  private static Pair walk(double a, double b, int n) {
    Pair p = new Pair(a, b);
    for (int i = 0; i < n; i++) {
      p = p.plus(p.turned().times(0.1));
    }
    return p;
  }

  @Differentiable
  static double early(double a, double b) {
    Pair p = part(new Pair(a, b));
    return p.x() * p.y() + p.x();
  }

  private static Pair part(Pair p) {
    if (p.x() < 0) {
      return p.turned();
    }
    Pair q = p.times(2);
    return new Pair(q.x() * q.y(), p.x());
  }

  @Differentiable
  static double earlyInLoop(double a, double b, int n) {
    Pair p = new Pair(a, b);
    for (int i = 0; i < n; i++) {
      p = part(p.plus(new Pair(-0.4, 0.1 * i)));
      if (p.square() > 2) {
        break;
      }
    }
    return p.x() + 2 * p.y();
  }

  @Differentiable
  static double parameters(Pair p, double a) {
    Pair q = p.times(a).plus(p);
    return q.square() * p.x();
  }

  @Differentiable
  static double onlyParameterCrosses(Pair p, double a) {
    Pair q = new Pair(a, 2);
    return p.square() * q.x() * q.y();
  }

  @Differentiable
  static double kinds(float a, double b, int n) {
    Mixed m = new Mixed(a, b, n, 4);
    m = new Mixed(m.a() * 0.5f, m.a() * m.b(), m.n() + 1, m.n());
    m = new Mixed(m.a() * m.n(), m.n(), m.n(), m.m() * 2);
    return m.a() * m.b() * m.m() + m.n() * m.a();
  }

  /** Which record it is, is asked: both stay. */
  @Differentiable
  static double compared(double a, double b) {
    Pair p = new Pair(a, b);
    Pair q = a > b ? p : new Pair(b, a);
    double y = p.x() * q.y();
    return p == q ? y * 2 : y;
  }

  @Differentiable
  static double inArray(double a, double b) {
    Pair[] all = {new Pair(a, b), new Pair(b, 2)};
    Pair first = all[0];
    Pair sum = new Pair(0, 0);
    for (Pair p : all) {
      sum = sum.plus(p.times(first.x()));
    }
    return sum.square();
  }

  /** A method with a loop stays a method, and so do the records that cross the call. */
  @Differentiable
  static double looped(double a, double b, int n) {
    Pair p = repeated(new Pair(a, b), n);
    return p.square();
  }

  private static Pair repeated(Pair p, int n) {
    double x = p.x();
    for (int i = 0; i < n; i++) {
      x = Math.sin(x) * p.y();
    }
    return new Pair(x, p.x());
  }

  @Differentiable
  static double recursive(double a, int n) {
    Pair p = new Pair(a, 1);
    Pair q = power(p, n);
    return q.x() + q.y() * p.x();
  }

  private static Pair power(Pair p, int n) {
    if (n == 0) {
      return new Pair(1, p.x());
    }
    Pair q = power(p, n - 1);
    return new Pair(q.x() * p.x(), q.y() + p.y());
  }

  @Differentiable
  static Pair result(double a, double b, int n) {
    Pair p = new Pair(a, b);
    for (int i = 0; i < n; i++) {
      p = p.plus(new Pair(p.y() * a, p.x()));
    }
    return p;
  }

  /** What the call gives is not used; it could not fail either. */
  @Differentiable
  static double ignored(double a, double b) {
    Pair p = new Pair(a, b);
    p.times(3);
    return p.square();
  }

  /** The names that the components would get are taken. */
  @Differentiable
  static double shadowed(double pX, double pY) {
    Pair p = new Pair(pY, pX);
    double pYY = p.x() * p.y();
    return pYY * pX + p.square();
  }

  @Differentiable
  static double assignedParameter(double a, double b) {
    return drifted(new Pair(a, b), new Pair(b, a)).square();
  }

  private static Pair drifted(Pair p, Pair q) {
    p = p.plus(q);
    q = p.turned();
    return p.plus(q.times(p.x()));
  }

  @Differentiable
  static double orderOfEvaluation(double a, double b) {
    Pair p = new Pair(a, b);
    double x = a;
    Pair q = new Pair(x, x = x * b);
    return q.x() * q.y() + p.plus(p = p.times(2)).square() + p.x();
  }

  private Input() {}
}
