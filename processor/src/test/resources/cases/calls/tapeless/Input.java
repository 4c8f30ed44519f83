package cases.calls.tapeless;

import io.github.cotangent.Differentiable;

// Helpers whose arguments are enough to go back through them keep no tape.
// run: squares(new double[] {1.5, -0.5, 2.0}, 0.75)
// run: lower(new double[] {1.5, -0.5, 2.0}, new double[] {0.5, 0.25, -1.0, 2.0, 0.75, -0.5})
// run: lower(new double[] {1.5}, new double[] {0.5})
// run: lower(new double[] {}, new double[] {})
// run: counted(new double[] {1.5, -0.5, 2.0, 0.25, 1.0, 0.5, -2.0, 3.0, 0.125}, 3)
// run: counted(new double[] {1.5}, 0)
// run: between(new double[] {1.5, -0.5, 2.0, 0.25, 1.0})
// run: moving(new double[] {1.5, -0.5}, 0.75, 3)
// run: moving(new double[] {1.5, -0.5}, 0.75, 0)
// run: early(new double[0], 0)
// run: early(new double[] {1.5, -0.5, 2.0}, 1)
// run: early(new double[] {1.5, -0.5, 2.0}, 5)
// run: asked(new double[] {1.5, -0.5}, "7")
// run: rows(new double[][] {{1.5, -0.5}, {2.0, 0.25}}, 2)
// run: same(new double[] {1.5, -0.5}, 0.75)
// run: kept(new double[] {1.5, -0.5, 2.0}, 2)
// run: nested(new double[] {1.5, -0.5, 2.0})
// run: written(new double[] {1.5, -0.5, 2.0}, 0.75)
// run: layers(new Layer(new double[][] {{1.5, -0.5}, {2.0, 0.25}}, new double[] {0.5, 0.1}, 0.5), new Layer(new double[][] {{0.5, -1.5}, {1.0, 0.75}}, new double[] {-0.5, 0.2}, 2.0), new double[] {0.75, -1.25})
// run: unread(new double[] {1.5, -0.5, 2.0})
final class Input {

  private static double squaredNorm(double[] v) {
    double sum = 0;
    for (double e : v) {
      sum += e * e;
    }
    return sum;
  }

  /** The array changes between the calls, and behind them. */
  @Differentiable
  static double squares(double[] v, double x) {
    double[] w = v.clone();
    double total = 0;
    for (int i = 0; i < w.length; i++) {
      total += squaredNorm(w) * x;
      w[i] *= x;
    }
    total += squaredNorm(w);
    w[0] = 7;
    return total;
  }

  /** What a counter is in the end follows from the loops: a triangle, and then backward. */
  private static double[] times(double[] row, double[] v) {
    int d = v.length;
    double[] result = new double[d];
    int next = d;
    for (int i = 0; i < d; i++) {
      result[i] = row[i] * v[i];
    }
    for (int column = 0; column < d; column++) {
      for (int i = column + 1; i < d; i++) {
        result[i] += row[next] * v[column];
        next++;
      }
    }
    return result;
  }

  @Differentiable
  static double lower(double[] v, double[] row) {
    double[] once = times(row, v);
    return squaredNorm(once) + squaredNorm(times(row, once));
  }

  /** Steps of two, down, in a loop of its own and beside another. */
  private static double steps(double[] a, int n) {
    int at = n;
    double sum = 0;
    for (int i = n; i > 0; i -= 2) {
      at += 2;
      sum += a[at % a.length] * a[at % a.length];
      for (int j = 0; j <= i; j++) {
        at += 3;
        sum += a[at % a.length] * i;
      }
      at -= 1;
    }
    at++;
    return sum + a[at % a.length] * a[at % a.length];
  }

  @Differentiable
  static double counted(double[] a, int n) {
    return steps(a, n) * a[0];
  }

  /** What a variable was before it counted on. */
  private static double halfway(double[] a) {
    int at = 0;
    double sum = 0;
    for (int i = 0; i < a.length; i += 2) {
      at++;
    }
    int half = at;
    for (int i = 0; i < half; i++) {
      sum += a[i] * a[i];
      at++;
    }
    return sum + a[half - 1] * a[half];
  }

  @Differentiable
  static double between(double[] a) {
    return halfway(a) * a[0];
  }

  private static double[] scaled(double[] v, double x) {
    double[] out = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      out[i] = v[i] * v[i] * x;
    }
    return out;
  }

  private static double folded(double x, double[] v) {
    double sum = x;
    for (double e : v) {
      sum += e * x * x;
    }
    return sum;
  }

  /** Results take the places of arguments. */
  @Differentiable
  static double moving(double[] v, double x, int n) {
    double[] w = v;
    double y = x;
    for (int i = 0; i < n; i++) {
      y = folded(y * 0.5, w);
      w = scaled(w, y);
      y = folded(y, w);
    }
    return squaredNorm(w) * y;
  }

  /** What stands behind an early return may not have been reached. */
  private static double reached(double[] v, int n) {
    if (n == 0) {
      return 1;
    }
    double m = v[n];
    int d = v.length;
    double sum = 0;
    for (int i = 0; i < d; i++) {
      sum += v[i] * m;
    }
    return sum;
  }

  @Differentiable
  static double early(double[] v, int n) {
    return reached(v, 0) * reached(v, n) + n;
  }

  private static double weighted(double w, int k, double[] v) {
    double sum = 0;
    for (double e : v) {
      sum += w * k * e * e;
    }
    return sum;
  }

  /** An argument that is computed is computed once. */
  @Differentiable
  static double asked(double[] v, String text) {
    double total = 0;
    for (int i = 0; i < 3; i++) {
      StringBuilder made = new StringBuilder(text).append(i);
      total += weighted(Math.exp(v[0]), Integer.parseInt(made.toString()), v);
    }
    return total;
  }

  private static double product(double[][] m, int n) {
    int columns = m[0].length;
    double sum = 1;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < columns; j++) {
        sum += m[i][j] * m[i][j] * m[0][0];
      }
    }
    return sum;
  }

  @Differentiable
  static double rows(double[][] m, int n) {
    double[][] swapped = {m[1], m[0]};
    return product(m, n) * product(swapped, n);
  }

  private static double[] itself(double[] v, double x) {
    return x > 0 ? v : null;
  }

  @Differentiable
  static double same(double[] v, double x) {
    double[] w = itself(v, x);
    return squaredNorm(w) * squaredNorm(itself(w, 1)) * x;
  }

  /** Here a tape is needed: the argument changes, the number of rounds is not known. */
  private static double changing(double[] v, int n) {
    n++;
    double x = v[0];
    while (x < n) {
      x = x * x + v[1] * v[1];
    }
    return x;
  }

  @Differentiable
  static double kept(double[] v, int n) {
    return changing(v, n) * v[2];
  }

  private static double outer(double[] v) {
    return squaredNorm(scaled(v, 0.5)) * squaredNorm(v);
  }

  @Differentiable
  static double nested(double[] v) {
    return outer(v) * v[1] + outer(scaled(v, v[2]));
  }

  /** Nor is there one without, where arrays of the caller are written. */
  private static void times(double[] v, double x) {
    for (int i = 0; i < v.length; i++) {
      v[i] *= x;
    }
  }

  @Differentiable
  static double written(double[] v, double x) {
    double[] w = v.clone();
    times(w, x);
    double norm = squaredNorm(w);
    times(w, norm);
    return squaredNorm(w);
  }

  record Layer(double[][] weights, double[] bias, double scale) {
    double size() {
      double sum = scale;
      for (double b : bias) {
        sum += b * b * scale;
      }
      return sum;
    }
  }

  private static double[] apply(Layer layer, double[] x) {
    int n = layer.bias().length;
    double[] y = new double[n];
    for (int i = 0; i < n; i++) {
      y[i] = layer.bias()[i];
      for (int j = 0; j < x.length; j++) {
        y[i] += layer.weights()[i][j] * x[j] * layer.scale();
      }
    }
    return y;
  }

  @Differentiable
  static double layers(Layer first, Layer second, double[] x) {
    double[] y = apply(second, apply(first, x));
    Layer turned = new Layer(second.weights(), first.bias(), y[0]);
    return squaredNorm(apply(turned, y)) + first.size() * turned.size();
  }

  /** A result that nobody needs has no way back. */
  @Differentiable
  static double unread(double[] v) {
    squaredNorm(v);
    double unused = squaredNorm(v);
    return v[0] * v[1];
  }

  private Input() {}
}
