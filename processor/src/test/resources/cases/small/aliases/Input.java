package cases.small.aliases;

import io.github.cotangent.Differentiable;

/** One array under several names, new arrays in old variables, jumps out of methods. */
final class Input {
  private Input() {}

  // run: squared(1.5, -0.7)
  @Differentiable
  static double squared(double x, double y) {
    double[] v = {x, y * x, x + y};
    double[] zero = cross(v, v);
    return zero[0] + dot(v, v) + zero[2];
  }

  // run: steps(0.8, 4)
  // run: steps(0.8, 0)
  @Differentiable
  static double steps(double x, int n) {
    double[] state = {x, 1};
    for (int k = 0; k < n; k++) {
      state = step(state, 0.1 * x);
    }
    return state[0] * state[1];
  }

  // run: inPlace(0.8, 1.3, 3)
  @Differentiable
  static double inPlace(double x, double y, int n) {
    double[] v = new double[2];
    v[0] = x;
    double[] same = v;
    for (int k = 0; k < n; k++) {
      same[1] += v[0] * y;
      turn(v, 0.3);
    }
    return v[0] * same[1];
  }

  // run: branches(0.8, 1.3)
  // run: branches(-0.8, 1.3)
  // run: branches(0.8, -1.3)
  @Differentiable
  static double branches(double x, double y) {
    double[] v;
    if (x > 0) {
      v = new double[] {x, y};
    } else {
      v = new double[2];
      v[1] = x * y;
    }
    double[] w = clipped(v, y);
    return w[0] * w[1] + w[0];
  }

  // run: firstLarge(0.2, 0.7)
  // run: firstLarge(0.8, 0.7)
  // run: firstLarge(0.1, 0.2)
  @Differentiable
  static double firstLarge(double x, double y) {
    double[] v = {x * x, y * x, x + y};
    return large(v) * y;
  }

  private static double large(double[] v) {
    for (int i = 0; i < v.length; i++) {
      if (v[i] > 0.5) {
        return v[i] * v[0];
      }
    }
    return v[1];
  }

  private static double[] clipped(double[] v, double limit) {
    double[] w = {v[0] * 2, v[1] * v[0]};
    if (limit < 0) {
      return v;
    }
    if (w[0] > limit) {
      w[0] = limit * limit;
      return w;
    }
    w[1] -= limit;
    return w;
  }

  private static double[] step(double[] s, double h) {
    return new double[] {s[0] + h * s[1], s[1] - h * s[0] * s[1]};
  }

  private static void turn(double[] v, double angle) {
    double first = v[0];
    v[0] = first * Math.cos(angle) - v[1] * Math.sin(angle);
    v[1] = first * Math.sin(angle) + v[1] * Math.cos(angle);
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
