package explain;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Calls that keep a tape, each for another reason. */
class Tapes {

  enum Kind {
    LINEAR,
    SQUARE
  }

  record Sums(double[] of) {}

  @Differentiable
  static double all(double[] x, Kind kind) {
    double y = none(x) + written(x.clone()) + of(x, kind) + counted(x) + recorded(x);
    return y + sums(x).of()[0] + recursive(x, 3) + annotated(x) + TapesElsewhere.other(x);
  }

  private static double none(double[] x) {
    double sum = 0;
    for (double e : x) {
      sum += e * e;
    }
    return sum;
  }

  private static double written(double[] x) {
    x[0] *= x[1];
    return x[0];
  }

  private static double of(double[] x, Kind kind) {
    return kind == Kind.LINEAR ? x[0] : x[0] * x[1];
  }

  private static double counted(double[] x) {
    int i = 0;
    while (i < x.length - 1 && x[i] < 1) {
      i++;
    }
    return x[i] * x[i];
  }

  private static double recorded(double[] x) {
    double p = 1;
    for (double e : x) {
      p *= e;
    }
    return p;
  }

  private static Sums sums(double[] x) {
    double[] s = {x[0] * x[1], x[0]};
    return new Sums(s);
  }

  private static double recursive(double[] x, int n) {
    return n == 0 ? x[0] : x[1] * recursive(x, n - 1);
  }

  @Differentiable
  static double annotated(double[] x) {
    return x[0] * x[1];
  }
}

class TapesElsewhere {
  private TapesElsewhere() {}

  @Differentiable
  static double other(double[] x) {
    return x[0] * x[1];
  }
}
