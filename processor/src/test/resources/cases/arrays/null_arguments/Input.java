package cases.arrays.null_arguments;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// null where f does not touch it: the gradient has null there. Where f fails, dF fails.
// run: single(null, 1.5)
// run: single(new double[] {0.5}, 1.5)
// run: biased(new double[] {1.5, 0.5}, null)
// run: biased(new double[] {1.5, 0.5}, new double[] {0.1, 0.2})
// run: biased(null, new double[] {0.1, 0.2})
// run: untouched(null, 1.5, false)
// run: untouched(null, 1.5, true)
// run: untouched(new double[] {0.5}, 1.5, true)
// run: written(null, 1.5)
// run: written(new double[] {0.5}, 1.5)
// run: thrown(null, 1.5)
// run: rows(new double[][] {{1.5}, null}, 1)
// run: rows(new double[][] {{1.5}, null}, 2)
// run: rows(null, 0)
// run: record(new Layer(new double[] {1.5, 0.5}, null), new double[] {0.3, 0.4})
// run: record(new Layer(new double[] {1.5, 0.5}, new double[] {0.1}), new double[] {0.3, 0.4})
// run: record(new Layer(null, null), new double[] {0.3, 0.4})
// run: throughHelper(new double[] {1.5, 0.5}, null, 2.0)
// run: throughHelper(new double[] {1.5, 0.5}, new double[] {0.1, 0.2}, 2.0)
// run: linked(new double[] {1.5, 0.5}, null)
// run: linked(new double[] {1.5, 0.5}, new double[] {0.1, 0.2})
// run: constantNull(new double[] {1.5, 0.5})
// run: localNull(new double[] {1.5, 0.5}, false)
// run: localNull(new double[] {1.5, 0.5}, true)
// run: made(1.5, true)
// run: made(1.5, false)
// run: data(new double[] {1.5, 0.5}, null)
// run: data(new double[] {1.5, 0.5}, new double[] {0.1, 0.2})
// run: result(new double[] {1.5, 0.5}, null)
// run: result(new double[] {1.5, 0.5}, new double[] {0.1, 0.2})
// run: outputs(new double[2], null, new double[] {1.5, 0.5})
// run: outputs(new double[2], new double[2], new double[] {1.5, 0.5})
// run: defaulted(null, 1.5)
// run: defaulted(new double[] {0.5}, 1.5)
// expect: dSingle(null, 1.5).a() == null ? 1 : 0 = 1
// expect: dBiased(new double[] {1.5, 0.5}, null).b() == null ? 1 : 0 = 1
// expect: dRecord(new Layer(new double[] {1.5, 0.5}, null), new double[2]).layer().b() == null ? 1 : 0 = 1
// expect: dOnly(null, 3) == null ? 1 : 0 = 1
final class Input {
  @Differentiable
  static double single(double[] a, double x) {
    return a == null ? x * x : x * a[0];
  }

  @Differentiable
  static double only(double[] a, int n) {
    return n > 2 ? n : a[n];
  }

  @Differentiable
  static double biased(double[] w, double[] b) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * w[i];
      if (b != null) {
        sum += b[i] * w[i];
      }
    }
    return sum;
  }

  @Differentiable
  static double untouched(double[] a, double x, boolean touch) {
    double y = x;
    if (touch) {
      y *= a[0];
    }
    return y * x;
  }

  @Differentiable
  static double written(double[] a, double x) {
    if (a != null) {
      a[0] *= x;
      x += a[0];
    }
    return x * x;
  }

  @Differentiable
  static double thrown(double[] a, double x) {
    if (a == null) {
      throw new IllegalArgumentException("a");
    }
    return a[0] * x;
  }

  @Differentiable
  static double rows(double[][] m, int n) {
    double sum = n;
    for (int i = 0; i < n; i++) {
      sum += m[i][0] * m[i][0];
    }
    return sum;
  }

  record Layer(double[] w, double[] b) {}

  @Differentiable
  static double record(Layer layer, double[] x) {
    double sum = layer.b() == null ? 0 : layer.b()[0];
    for (int i = 0; i < x.length; i++) {
      sum += layer.w()[i] * x[i];
    }
    return sum * sum;
  }

  static double dot(double[] a, double[] b) {
    if (b == null) {
      return a[0];
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Differentiable
  static double throughHelper(double[] a, double[] b, double x) {
    return dot(a, b) * x * dot(a, a);
  }

  @Differentiable
  static double linked(double[] a, double[] b) {
    return Other.dot(a, b) * Other.dot(a, null) * Other.dot(a, a);
  }

  @Differentiable
  static double constantNull(double[] a) {
    double[] none = null;
    return dot(a, none) * dot(a, null) * Other.dot(a, none);
  }

  @Differentiable
  static double localNull(double[] a, boolean use) {
    double[] b = null;
    if (use) {
      b = a;
    }
    return dot(a, b) * a[0];
  }

  static double[] make(double x, boolean really) {
    return really ? new double[] {x, x * x} : null;
  }

  @Differentiable
  static double made(double x, boolean really) {
    double[] a = make(x, really);
    double y = x;
    if (really) {
      y *= a[1];
    }
    return y * x;
  }

  @Differentiable
  static double data(double[] a, @NonDifferentiable double[] b) {
    return dot(a, b) * Other.dot(a, b);
  }

  @Differentiable
  static double[] result(double[] a, double[] b) {
    double[] out = a.clone();
    if (b != null) {
      for (int i = 0; i < out.length; i++) {
        out[i] *= b[i];
      }
    }
    return out;
  }

  @Differentiable
  static void outputs(double[] out, double[] more, double[] a) {
    for (int i = 0; i < a.length; i++) {
      out[i] = a[i] * a[i];
      if (more != null) {
        more[i] += a[i] * out[i];
      }
    }
  }

  @Differentiable
  static double defaulted(double[] a, double x) {
    if (a == null) {
      a = new double[] {x};
    }
    return a[0] * x;
  }

  private Input() {}
}
