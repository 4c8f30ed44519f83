package cases.arrays.contents_of_results;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;

// Helpers whose backward half reads what they returned or stored, which the caller overwrites.
// run: rowsResult(new double[] {0.3, -0.5, 0.9})
// run: recordResult(new double[] {0.3, -0.5, 0.9})
// run: storedInArgument(new double[] {0.3, -0.5, 0.9})
// run: argumentItself(new double[] {0.3, -0.5, 0.9})
// run: partOfArgument(new double[] {0.3, -0.5, 0.9})
// run: resultInLoop(new double[] {0.3, -0.5, 0.9})
// run: resultOfResult(new double[] {0.3, -0.5, 0.9})
// run: intResult(new double[] {0.3, -0.5, 0.9})
// run: checkpointed(new double[] {0.3, -0.5, 0.9}, 3)
// run: oldRowCalled(0.7, 0.4)
// run: oldRowTapeless(0.7, 0.4)
// run: oldRowInHelper(0.7, 0.4)
// run: oldRowRecord(0.7, 0.4)
// run: oldRowInt(new double[] {0.3, -0.5, 0.9}, 1)
// run: oldRowQuotient(0.7, 0.4)
// run: sameArrayEarlier(new double[] {0.3, -0.5, 0.9})
// run: guardedReads(new double[] {0.3, -0.5, 0.9, 0.4}, 2)
// run: guardedReads(new double[] {0.3, -0.5, 0.9, 0.4}, 0)
// run: boundsMeet(new double[] {0.3, -0.5, 0.9, 0.4}, 2, 3)
// run: boundsMeet(new double[] {0.3, -0.5, 0.9, 0.4}, 3, 2)
// run: boundsMeet(new double[] {0.3, -0.5, 0.9, 0.4}, 4, 0)
// run: wraps(new double[] {0.3, -0.5, 0.9, 0.4})
// run: reusedIndex(new double[] {0.3, -0.5, 0.9, 0.4})
final class Input {
  record Pair(double[] a, double[] b) {}

  static double[][] exps(double[] x) {
    double[][] out = new double[2][3];
    for (int j = 0; j < 3; j++) {
      out[0][j] = Math.exp(x[j]);
      out[1][j] = x[j] / (out[0][j] + 2);
      out[0][j] /= out[1][j] + 3;
    }
    return out;
  }

  @Differentiable
  static double rowsResult(double[] x) {
    double[][] a = exps(x);
    double y = a[0][0] * a[1][1];
    a[0][0] = y * x[1];
    double[] r = a[1];
    r[1] = a[0][0] * r[2];
    y += r[1] * a[0][2];
    a[1][2] = y;
    double[][] b = exps(a[1]);
    r[0] = b[0][1] * y;
    b[1][1] = r[0];
    return y + r[0] * b[1][0] * b[0][2] + a[0][1];
  }

  static Pair made(double[] x) {
    double[] a = new double[3];
    double[] b = new double[a.length];
    for (int i = 0; i < b.length; i++) {
      a[i] = Math.exp(x[i] * 0.5);
      b[i] = a[i] / (a[i] * x[i] + 3);
      a[i] /= b[i];
    }
    return new Pair(a, b);
  }

  @Differentiable
  static double recordResult(double[] x) {
    Pair p = made(x);
    double y = p.a()[0] * p.b()[1];
    p.a()[0] = y * x[1];
    p.b()[1] = p.a()[0] * p.b()[2];
    double[] a = p.a();
    a[1] = p.b()[1] * y;
    Pair q = made(a);
    a[2] = q.b()[0] * q.a()[1];
    q.a()[1] = a[2] * 0.2;
    return y + q.a()[1] * p.a()[1] + q.b()[2];
  }

  static void store(double[][] m, int i, double v) {
    double[] r = new double[2];
    r[0] = Math.exp(v * 0.3);
    r[1] = r[0] / (v + 4);
    r[1] /= r[0] + 1;
    m[i] = r;
  }

  @Differentiable
  static double storedInArgument(double[] x) {
    double[][] m = new double[3][];
    double y = 0;
    for (int i = 0; i < 3; i++) {
      store(m, i, x[i]);
      y += m[i][0] * m[0][1];
      m[i][0] = y * x[0];
      m[0][1] = m[i][0] * 0.3;
      store(m, i, m[i][0]);
      m[i][1] *= y;
    }
    return y + m[0][0] * m[1][1];
  }

  static double[] shifted(double[] x) {
    double[] out = x;
    for (int i = 1; i < x.length; i++) {
      out[i] = Math.exp(x[i - 1] * 0.2) / (x[i - 1] + 4);
      out[i - 1] /= out[i] + 3;
    }
    return out;
  }

  @Differentiable
  static double argumentItself(double[] x) {
    double[] a = x.clone();
    double[] b = shifted(a);
    double y = a[0] * b[1];
    a[2] = y * b[0];
    b[0] = a[2] * x[0];
    double[] c = shifted(b);
    c[1] = y * a[0];
    return y + a[1] * b[2] * c[0] + shifted(a)[1];
  }

  static double[] part(double[][] m, int i) {
    double[] r = m[i];
    for (int j = 1; j < r.length; j++) {
      r[j] = Math.exp(r[j - 1] * 0.2) / (m[0][j - 1] + 4);
    }
    return r;
  }

  @Differentiable
  static double partOfArgument(double[] x) {
    double[][] m = new double[2][3];
    m[0][0] = x[0] * x[1];
    m[1][0] = x[2] * x[2];
    double[] r = part(m, 1);
    double y = r[1] * m[1][2];
    r[2] = y * m[1][0];
    m[1][0] = r[2] * r[1];
    double[] q = part(m, 0);
    q[0] = y * r[0];
    m[0][1] = q[0] * q[2];
    r = q;
    r[1] *= y;
    return y + m[0][1] * m[1][2] + part(m, 1)[1];
  }

  static double[] ratio(double[] x, double f) {
    double[] w = x.clone();
    double[] out = new double[w.length];
    for (int i = 0; i < out.length; i++) {
      w[i] *= f;
      out[i] = w[i] / (w[0] + 4);
    }
    return out;
  }

  @Differentiable
  static double resultInLoop(double[] x) {
    double[] state = x;
    double[][] h = new double[3][];
    double y = 0.5;
    for (int i = 0; i < 3; i++) {
      double[] k = ratio(state, y);
      k[0] += k[1] * x[i];
      double[] l = ratio(k, k[2]);
      k[1] = l[0] * l[1];
      h[i] = l;
      l[2] = k[1] * y;
      y += k[0] * l[2] + l[0];
      state = k;
      h[i / 2][0] = y;
    }
    return y + state[0] * h[0][0] + h[1][2];
  }

  @Differentiable
  static double resultOfResult(double[] x) {
    double[] a = ratio(ratio(ratio(x, 2), x[0]), x[1]);
    a[0] = ratio(a, a[2])[1] * a[0];
    double[] b = ratio(a, a[0]);
    a[1] = b[0];
    b[0] = a[1] * a[1];
    return a[0] * b[2] + b[0] + a[1];
  }

  static int[] order(int n) {
    int[] out = new int[n];
    for (int i = 0; i < out.length; i++) {
      out[i] = (i * 2 + 1) % n;
    }
    return out;
  }

  static double picked(double[] x, int[] p) {
    double y = 0;
    for (int i = 0; i < p.length; i++) {
      y += x[p[i]] * x[i] * x[p[0]];
    }
    return y;
  }

  @Differentiable
  static double intResult(double[] x) {
    int[] p = order(3);
    double y = picked(x, p);
    p[0] = p[1];
    y += picked(x, p) * x[p[2]];
    p[1] = 0;
    p[2] = p[0] + p[1] > 2 ? 0 : 2;
    return y * picked(x, p) * x[p[1]];
  }

  static double steps(double[] x, int n) {
    double y = 0;
    for (int s = 0; s < n; s++) {
      Gradients.checkpoint();
      for (int i = 1; i < x.length; i++) {
        x[i] = x[i - 1] / (x[i] * x[i] + 2);
        x[i - 1] = Math.exp(x[i] * 0.2);
        y += x[i] * x[i - 1];
      }
    }
    return y;
  }

  @Differentiable
  static double checkpointed(double[] x0, int n) {
    double[] x = x0.clone();
    double y = steps(x, n);
    x[1] = y * x[0];
    y += steps(x, n);
    x[2] /= y;
    return y + x[2] * x[0] + steps(x, 1);
  }

  static double norm(double[] r) {
    double s = 0;
    for (int i = 0; i < r.length; i++) {
      s += r[i] * r[i] * r[i];
    }
    return s;
  }

  @Differentiable
  static double oldRowCalled(double p, double q) {
    double[] row = new double[2];
    row[0] = p * q;
    row[1] = p + q;
    double y = norm(row);
    double[][] a = new double[2][];
    a[1] = row;
    a[1][0] = q * y;
    return y + a[1][0] * p;
  }

  static double square(double[] r) {
    return r[0] * r[0] * r[1];
  }

  @Differentiable
  static double oldRowTapeless(double p, double q) {
    double[] row = {p * q, p + q};
    double y = square(row);
    double[][] a = new double[2][];
    a[1] = row;
    a[1][0] = q * y;
    return y + a[1][0] * p;
  }

  static double inner(double p, double q) {
    double[] row = {p * q, p + q};
    double y = row[0] * row[0] * row[1];
    double[][] a = new double[2][];
    a[1] = row;
    a[1][0] = q * y;
    return y + a[1][0] * p;
  }

  @Differentiable
  static double oldRowInHelper(double p, double q) {
    return inner(p, q) * inner(q, p);
  }

  @Differentiable
  static double oldRowRecord(double p, double q) {
    double[] row = {p * q, p + q};
    double y = row[0] * row[0] * row[1];
    Pair h = new Pair(row, row);
    h.a()[0] = q * y;
    y += row[0] * row[1];
    h.b()[0] = y * p;
    return y + h.a()[0] * p;
  }

  @Differentiable
  static double oldRowInt(double[] x, int k) {
    int[] p = {k, 2};
    double y = x[p[0]] * x[p[0]] * x[p[1]];
    int[][] a = new int[2][];
    a[1] = p;
    a[1][0] = 0;
    a[1][1] = 1;
    return y * y * x[p[0]];
  }

  @Differentiable
  static double oldRowQuotient(double p, double q) {
    double[] row = new double[2];
    row[0] = p * q;
    row[1] = Math.exp(row[0]);
    double[][] a = new double[2][];
    a[1] = row;
    a[1][1] /= p + 2;
    a[1][0] = q * a[1][1];
    return row[1] + a[1][0] * p;
  }

  @Differentiable
  static double sameArrayEarlier(double[] x) {
    double y = 0;
    double[] b = x.clone();
    for (int i = 0; i < 3; i++) {
      y += b[i] * b[0];
      double[] c = b;
      b = new double[] {y, c[1] * y, c[2]};
      c[0] = b[1] * b[0];
      y += c[0] * c[1];
      b[2] = c[0] * y;
      c[1] = b[2];
    }
    return y + b[0] * b[1];
  }

  @Differentiable
  static double guardedReads(double[] x0, int k) {
    double[] x = x0.clone();
    double y = 0;
    for (int i = 0; i < 4; i++) {
      if (i < k) {
        y += x[i] * x[i] * x[k];
      } else if (i > k) {
        x[i] = y * x[i - 1];
      } else {
        y += x[k] * x[k];
        x[k] = y * x[3 - k];
      }
      if (i >= k && k > 0) {
        x[k - 1] = y * x[i];
      }
    }
    return y + x[0] * x[1] * x[3];
  }

  @Differentiable
  static double boundsMeet(double[] x0, int m, int n) {
    double[] x = x0.clone();
    double y = 0;
    for (int i = 0; i < m; i++) {
      y += x[i] * x[i];
    }
    for (int i = m; i < 4; i++) {
      x[i] = y * x[i] * x[0];
    }
    for (int i = n; i < 4; i++) {
      y += x[i] * x[i] * x0[0];
    }
    for (int i = 0; i < n; i++) {
      x[i] = y * x0[i];
    }
    for (int i = 0; i <= n && i < 4; i++) {
      y += x[i] * x[i] * x0[1];
    }
    for (int i = n; i < 4; i++) {
      x[i] = y * x0[i];
    }
    for (int i = 3; i > n; i--) {
      y += x[i] * x[i] * x[n];
    }
    for (int i = n; i >= 0; i--) {
      x[i] = y * x0[i];
    }
    return y + x[0] * x[1] * x[3];
  }

  @Differentiable
  static double wraps(double[] x0) {
    double[] x = x0.clone();
    double y = 0;
    int n = x.length;
    for (int i = 0; i < 2 * n; i++) {
      int at = i < n ? i : i - n;
      int next = i + 1 < n ? i + 1 : 0;
      y += x[at] * x[next];
      x[next] = Math.sin(y) + x[at] * x[at];
    }
    for (int i = -n; i < 0; i++) {
      y += x[-i - 1] * x[i + n];
      x[i + n] = Math.sin(y * x[-1 - i]);
    }
    return y + x[0] * x[1] * x[3];
  }

  @Differentiable
  static double reusedIndex(double[] x0) {
    double[] x = x0.clone();
    double y = 0;
    int i;
    for (i = 0; i < 3; i++) {
      y += x[i] * x[i + 1];
      x[i + 1] = y * x[i];
    }
    int last = i;
    for (i = 0; i < last; i++) {
      y += x[last] * x[i];
      x[last - i] = Math.sin(y * x[i]);
    }
    for (int j = last; j > 0; j--) {
      y += x[j] * x[j - 1];
      x[j - 1] = Math.sin(y * x[j]);
      for (int k = j; k < last; k++) {
        y += x[k] * x[k];
        x[k + 1] = Math.sin(y * x[last]);
      }
    }
    return y + x[0] * x[1] * x[3];
  }
}
