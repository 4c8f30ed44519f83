package explain;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Records that become variables, and why others stay. */
class Records {

  record Vec(double x, double y) {
    Vec plus(Vec o) {
      return new Vec(x + o.x, y + o.y);
    }

    double dot(Vec o) {
      return x * o.x + y * o.y;
    }
  }

  /** The sum is told of where it is declared, not where the method makes it. */
  @Differentiable
  static double becomes(double a, double b) {
    Vec v = new Vec(a, b);
    Vec sum = v.plus(v);
    return sum.dot(v);
  }

  @Differentiable
  static double fromArgument(Vec start, double a, int n) {
    Vec v = start;
    for (int i = 0; i < n; i++) {
      v = v.plus(new Vec(a, v.x() * v.y()));
    }
    return v.x() * v.y();
  }

  /** What stays, and what stays for its sake. */
  @Differentiable
  static double fromArray(double a, @NonDifferentiable Vec[] data) {
    Vec best = new Vec(a, 1);
    for (Vec v : data) {
      if (v.x() > best.x()) {
        best = v;
      }
    }
    return a * best.y();
  }

  /** A copy of an array of records is no loop of the user's. */
  @Differentiable
  static double copied(Vec[] points, double t) {
    Vec[] work = points.clone();
    for (int i = 0; i < work.length - 1; i++) {
      work[i] = new Vec(t * work[i].x(), t * work[i + 1].y());
    }
    return work[0].x() * work[0].y();
  }
}
