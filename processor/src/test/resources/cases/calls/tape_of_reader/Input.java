package cases.calls.tape_of_reader;

import io.github.cotangent.Differentiable;

// Methods that keep growing tapes, called in loops, and read again by pullbacks.
// run: f(new double[] {1.5, 0.5, 0.9}, 3)
// run: f(new double[] {1.5, 0.5, 0.9}, 0)
// run: nested(new double[] {1.5, 0.5, 0.9}, 3)
// run: early(new double[] {1.5, 0.5, 0.9}, 4)
// run: early(new double[] {1.5, -0.5, 0.9}, 4)
// run: array(new double[] {1.5, 0.5, 0.9}, 2)
// run: update(new double[] {1.5, 0.5, 0.9}, 2)
// run: recursive(new double[] {1.5, 0.5, 0.9}, 2)
// run: mixed(new double[] {1.5, 0.5, 0.9}, new double[][] {{1.1}, {0.2, 0.3}}, 3)
// run: unused(new double[] {1.5, 0.5, 0.9}, 2)
final class Input {
  static double reader(double[] a) {
    double s = 1;
    int i = 0;
    while (i < a.length) {
      s = s * a[i] + a[i] * a[i];
      if (s > 2) {
        s = Math.sqrt(s);
      }
      i++;
    }
    return s;
  }

  @Differentiable
  static double f(double[] a, int n) {
    double s = 1;
    for (int k = 0; k < n; k++) {
      s *= reader(a);
    }
    return s;
  }

  static double twice(double[] a, int n) {
    double s = 0;
    int k = 0;
    do {
      s += reader(a) * reader(a);
      k++;
    } while (k < n);
    return s;
  }

  @Differentiable
  static double nested(double[] a, int n) {
    double s = 1;
    int k = n;
    while (k > 0) {
      s = s * 0.5 + twice(a, k) * s;
      k--;
    }
    return s;
  }

  @Differentiable
  static double early(double[] a, int n) {
    double s = 1;
    for (int k = 0; k < n; k++) {
      s *= reader(a);
      if (s > 5) {
        return s * a[1];
      }
      if (a[k % 3] < 0) {
        continue;
      }
      s += twice(a, 2);
    }
    return s;
  }

  static double[] powers(double[] a, int n) {
    double[] out = a.clone();
    int k = 0;
    while (k < n) {
      for (int i = 0; i < out.length; i++) {
        out[i] = out[i] * a[i];
      }
      k++;
    }
    return out;
  }

  @Differentiable
  static double[] array(double[] a, int n) {
    double[] sum = new double[a.length];
    for (int k = 0; k < n; k++) {
      double[] p = powers(a, k);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += p[i] * reader(p);
      }
    }
    return sum;
  }

  static void step(double[] a) {
    int i = 0;
    while (i + 1 < a.length) {
      a[i] = a[i] * a[i + 1];
      i++;
    }
  }

  @Differentiable
  static void update(double[] a, int n) {
    int k = 0;
    while (k < n) {
      step(a);
      a[2] = reader(a) * a[2];
      k++;
    }
  }

  @Differentiable
  static double recursive(double[] a, int n) {
    if (n == 0) {
      return reader(a);
    }
    double s = 0;
    int k = 0;
    while (k < 2) {
      s += recursive(a, n - 1) * reader(a);
      k++;
    }
    return s;
  }

  @Differentiable
  static double mixed(double[] a, double[][] m, int n) {
    double s = 0;
    for (int k = 0; k < n; k++) {
      double[] row = m[k % m.length];
      s += reader(row);
      row[0] = s * reader(a);
      step(a);
    }
    return s * reader(m[0]);
  }

  @Differentiable
  static double unused(double[] a, int n) {
    double s = a[0];
    while (n > 0) {
      double r = reader(a);
      if (n == 1) {
        s *= r;
      }
      step(a);
      n--;
    }
    return s;
  }

  private Input() {}
}
