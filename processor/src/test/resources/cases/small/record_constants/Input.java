package cases.small.record_constants;

import io.github.cotangent.Differentiable;

/** Constants that are records become variables like new ones, if they are never null. */
final class Input {
  private Input() {}

  record Vec(double x, double y) {
    static final Vec ZERO = new Vec(0, 0);
    static final Vec RIGHT = new Vec(Math.sqrt(4) - 1, 0);
    static final Vec NONE = null;

    Vec plus(Vec o) {
      return new Vec(x + o.x, y + o.y);
    }

    Vec times(double s) {
      return new Vec(x * s, y * s);
    }

    double dot(Vec o) {
      return x * o.x + y * o.y;
    }
  }

  record Frame(Vec place, Vec axis, double scale) {
    static final Frame ORIGIN = new Frame(Vec.ZERO, Vec.RIGHT, 2);
    static final Frame HALF = new Frame(null, Vec.RIGHT, 2);

    Frame moved(double by) {
      return new Frame(place.plus(axis.times(by)), new Vec(axis.y(), axis.x()), scale * by);
    }
  }

  // run: sum(new double[] {0.5, -1.5, 2})
  // run: sum(new double[] {})
  @Differentiable
  static double sum(double[] w) {
    Vec sum = Vec.ZERO;
    for (int i = 0; i < w.length; i++) {
      sum = sum.plus(new Vec(w[i], 2).times(w[i]));
    }
    return sum.plus(Vec.RIGHT).dot(sum);
  }

  // run: frames(new double[] {0.5, -1.5, 2})
  @Differentiable
  static double frames(double[] w) {
    Frame f = Frame.ORIGIN;
    for (double by : w) {
      f = f.moved(by);
    }
    return f.place().dot(f.place()) + f.scale() * f.axis().x();
  }

  /** As a whole it stays: a null in it is no failure while nobody asks. */
  // run: last(new double[] {0.5, -1.5, 2})
  @Differentiable
  static double last(double[] w) {
    Vec best = Vec.NONE;
    Frame half = Frame.HALF;
    for (double x : w) {
      best = new Vec(x, x * x * half.scale());
    }
    return best.dot(half.axis());
  }

  // run: same(0.75)
  @Differentiable
  static double same(double x) {
    Vec v = x > 0 ? Vec.RIGHT : Vec.ZERO;
    return v == Vec.RIGHT ? x * x * v.x() : x;
  }
}
