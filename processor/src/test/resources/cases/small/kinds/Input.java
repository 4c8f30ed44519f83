package cases.small.kinds;

import io.github.cotangent.Differentiable;

/** Floats, ints, zeros, NaN, and what a method does with its arguments. */
final class Input {
  private Input() {}

  // run: floats(0.75f, 1.25f)
  // tolerance: 1e-3
  // step: 0.1
  @Differentiable
  static float floats(float x, float y) {
    float[] v = new float[3];
    for (int i = 1; i < 3; i++) {
      v[i] = x * i;
      v[i] += y * 0.5;
    }
    double[] wide = {v[0], v[1] * 2, 1};
    return (float) (wide[1] * v[2] + wide[0] + wide[2] * scaled(v, 2));
  }

  // run: zeros(0.8)
  @Differentiable
  static double zeros(double x) {
    double[] v = new double[3];
    v[1] = x;
    if (x > 1) {
      v[2] = v[1] * x;
    }
    return (v[0] + 1) * v[1] + Math.exp(v[2]) * x;
  }

  // run: ints(0.8, 1.3)
  @Differentiable
  static double ints(double x, double y) {
    int[] powers = {1, 2, 0};
    double[] values = {x, y, x * y};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      int next = (i + 1) % 3;
      sum += values[i] * values[next] * powers[next];
      if (i == 1) {
        sum *= x;
      }
    }
    return sum;
  }

  // expect: dNotANumber(-1.0) = Double.NaN
  // expect: dNotANumber(4.0) = 1.25
  // run: notANumber(4)
  @Differentiable
  static double notANumber(double x) {
    double[] v = {Math.sqrt(x), x};
    return pick(v, 0) + pick(v, 1);
  }

  // run: arguments(0.8, 1.3)
  @Differentiable
  static double arguments(double x, double y) {
    double[] v = {x, y};
    double before = shifted(v, x * y, v);
    return before * v[0] + v[1];
  }

  // run: inLoops(new double[] {0.3, 0.4, 0.5, 0.6})
  // run: inLoops(new double[] {})
  @Differentiable
  static double inLoops(double[] x) {
    double sum = 0;
    for (int k = 0; k + 1 < x.length; k++) {
      double[] pair = {x[k], x[k + 1]};
      double[] moved = shiftedPair(pair, sum);
      if (moved[0] > 0.9) {
        continue;
      }
      sum += moved[0] * moved[1] - pair[1];
    }
    return sum;
  }

  private static double[] shiftedPair(double[] p, double by) {
    double[] out = new double[2];
    for (int i = p.length - 1; i >= 0; i--) {
      out[i] = p[i] + by;
    }
    return out;
  }

  /** Assigns to its parameters, of which two are one array. */
  private static double shifted(double[] a, double by, double[] b) {
    by *= 2;
    a[0] += by;
    a = new double[] {b[0] * by, b[1]};
    return a[0] + by;
  }

  private static double pick(double[] v, int i) {
    return v[i];
  }

  private static float scaled(float[] v, double by) {
    return (float) (v[1] * by);
  }
}
