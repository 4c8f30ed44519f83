package cases.arrays.filled_in_loop;

import io.github.cotangent.Differentiable;

// New arrays that a loop fills: there is nothing to save, unless their zeros have been read.
// run: f(new double[] {1.1, 0.7, 0.9}, 2)
// run: kept(new double[] {1.1, 0.7, 0.9}, 2)
// run: locals(new double[] {1.1, 0.7, 0.9}, true)
final class Input {
  @Differentiable
  static double f(double[] x, int rounds) {
    double[] h = x;
    for (int r = 0; r < rounds; r++) {
      double[] next = new double[h.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = Math.sin(h[i]) * x[i];
        next[i] *= next[i] + 1;
      }
      h = next;
      double[][] m = new double[2][h.length];
      for (int j = 0; j < h.length; j++) {
        for (int i = 0; i < 2; i++) {
          m[i][j] = h[j] * h[j] + i;
        }
      }
      h[0] = m[1][0] * m[0][1];
    }
    return h[0] * h[1];
  }

  @Differentiable
  static double kept(double[] x, int rounds) {
    double s = 1;
    for (int r = 0; r < rounds; r++) {
      double[] a = new double[x.length + 1];
      for (int i = 0; i < x.length; i++) {
        s += a[i + 1] * x[i] + s * x[i];
        a[i + 1] = x[i] * s;
        a[i] = a[i + 1] * a[i] + s;
      }
      double[] b = new double[x.length];
      double[] c = b;
      for (int i = 0; i < x.length; i++) {
        s += c[(i + 1) % x.length] * x[i];
        b[i] = s * s * 0.1;
      }
      double[] e = new double[x.length];
      for (int k = 0; k < 2; k++) {
        for (int i = 0; i < x.length; i++) {
          s += e[i] * x[i];
          e[i] = s * 0.1 + e[i] * x[i];
        }
      }
      s += b[0] * e[1] * a[1];
    }
    return s;
  }

  @Differentiable
  static double locals(double[] x, boolean first) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      double t = x[i];
      double chosen;
      if (t > 0.8) {
        chosen = t * t;
      } else {
        chosen = 2 * t;
      }
      for (int j = 0; j <= i; j++) {
        t = t * x[j] + chosen;
      }
      if (i == 1) {
        s += t * chosen;
      }
      s += Math.sin(t) * t * chosen;
    }
    double[] a;
    if (first) {
      a = x;
    } else {
      a = new double[] {s, s};
    }
    a[1] = a[0] * s;
    return s * a[1];
  }

  private Input() {}
}
