package cases.loops.invariant_calls;

import io.github.cotangent.Differentiable;

// Functions of Math whose arguments stay the same in the rounds of a loop: called before it.
// run: softmax(new double[] {0.3, 0.5, 0.7})
// run: softmax(new double[] {})
// run: twice(new double[] {0.3, 0.5, 0.7}, 0.4)
// run: twice(new double[] {}, 0.4)
// run: root(new double[] {0.3, 0.5, 0.7}, 0.4, 3)
// expect: dRoot(new double[] {2.0}, 0.0, 0).a() = 0.0
// expect: dRoot(new double[] {2.0}, 0.0, -1).a() = 0.0
// run: found(new double[] {-0.3, -0.5, 0.7}, 0.4)
// expect: dFound(new double[] {2.0}, 0.0).a() = 0.0
// run: chosen(new double[] {-0.3, -0.5, 0.7, -0.2}, 0.4)
// expect: dChosen(new double[] {0.3, 0.5}, 0.0).a() = 0.0
// run: overflowing(new double[] {0.3, 0.5, 0.7}, 0.4)
// expect: dOverflowing(new double[] {}, 1000.0).a() = 0.0
// run: nested(new double[][] {{0.3, 0.5}, {0.7}}, 0.4)
// expect: dNested(new double[][] {{}, {}}, 1000.0).a() = 0.0
// run: chained(new double[] {0.3, 0.5, 0.7}, 0.4, 1.3)
// run: moving(new double[] {0.3, 0.5, 0.7}, 0.4)
// run: whileLoop(0.4, 1.2)
// run: inBranch(new double[] {0.3, 0.5, -0.7}, 0.4)
// run: outer(new double[] {0.3, 0.5, -0.7}, 0.4)
// run: ofElement(new double[] {0.3, 0.5, 0.7}, 1)
// run: ofElement(new double[] {}, 1)
// run: cheap(new double[] {0.3, 0.5, 0.7}, 0.4)
// run: quotient(new double[] {0.3, 0.5, 0.7}, 0.4, 6, 2)
// run: quotient(new double[] {}, 0.4, 6, 0)
// run: infinite(new double[] {0.3, 0.5, 0.7}, 0.6)
// expect: dInfinite(new double[] {2.0}, 0.0).a() = Double.POSITIVE_INFINITY
// expect: dInfinite(new double[] {2.0}, 0.0).x()[0] = 1.0
// run: unread(new double[] {0.3, 0.5, 0.7}, 1)
// run: unread(new double[] {0.3, 0.5, 0.7}, 7)
final class Input {
  @Differentiable
  static double softmax(double[] x) {
    double sum = 2;
    for (double e : x) {
      sum += Math.exp(e);
    }
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] - Math.log(sum);
    }
    double product = 1;
    for (double e : y) {
      product *= e;
    }
    return product;
  }

  @Differentiable
  static double twice(double[] x, double a) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      s = s * Math.sin(a) + x[i] * Math.sin(a) * Math.cos(2 * a);
    }
    return s;
  }

  /** Where no round runs, the infinite slope of the root is of no matter. */
  @Differentiable
  static double root(double[] x, double a, int n) {
    double s = 1;
    for (int i = 0; i < n; i++) {
      s = s * Math.sqrt(a) + x[i] * Math.sqrt(a);
    }
    return s;
  }

  /** The first round may return before it comes to the logarithm, whose slope may be infinite. */
  @Differentiable
  static double found(double[] x, double a) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] > 0) {
        return s * x[0];
      }
      s += x[i] * Math.log(a * a);
    }
    return s;
  }

  /** No round need come to the power. */
  @Differentiable
  static double chosen(double[] x, double a) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      switch (i) {
        case 0:
          s += x[i];
          continue;
        default:
          break;
      }
      if (x[i] > 0) {
        continue;
      }
      s += x[i] * Math.pow(a * a, 0.3);
    }
    return s;
  }

  /** Each round runs by itself, forward and back. */
  @Differentiable
  static double overflowing(double[] x, double a) {
    double s = 1;
    for (double e : x) {
      s += Math.exp(a) * e * e;
    }
    return s;
  }

  @Differentiable
  static double nested(double[][] x, double a) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x[i].length; j++) {
        for (int k = 0; k < 2; k++) {
          s = s * Math.exp(-a) + Math.exp(-a) * x[i][j];
        }
      }
    }
    return s;
  }

  /** Parts of parts, each twice. */
  @Differentiable
  static double chained(double[] x, double a, double b) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      s = s * Math.exp(Math.sin(a) * b) + Math.exp(Math.sin(a) * b) * x[i] * Math.sin(a);
    }
    return s;
  }

  @Differentiable
  static double moving(double[] x, double a) {
    double b = a;
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += Math.sin(b) * x[i];
      b = b * x[i];
    }
    return s;
  }

  @Differentiable
  static double whileLoop(double a, double b) {
    double s = 1;
    while (s < 9) {
      s += Math.exp(a) * b * s;
    }
    return s;
  }

  /** Perhaps it is never needed. */
  @Differentiable
  static double inBranch(double[] x, double a) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0) {
        s = s * Math.exp(a);
      }
      s = s * x[i];
    }
    return s;
  }

  @Differentiable
  static double outer(double[] x, double a) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      double b = s * Math.exp(a);
      for (int j = 0; j < i; j++) {
        s = s + Math.tanh(b) * x[j];
      }
    }
    return s;
  }

  @Differentiable
  static double ofElement(double[] x, int k) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      s = s * x[i] + Math.exp(x[k]);
    }
    return s;
  }

  /** The JIT compiler moves these itself. */
  @Differentiable
  static double cheap(double[] x, double a) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      s = s * x[i] + Math.sqrt(a) * Math.abs(a) * Math.max(a, 0.1);
    }
    return s;
  }

  /** Where no round runs, n may be 0. */
  @Differentiable
  static double quotient(double[] x, double a, int m, int n) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      s = s * x[i] + Math.pow(a, m / n);
    }
    return s;
  }

  @Differentiable
  static double infinite(double[] x, double a) {
    double s = 1;
    for (int i = 0; i < x.length; i++) {
      s = s * x[i] + Math.log(a);
    }
    return s;
  }

  /** What nobody reads may fail by its argument. */
  @Differentiable
  static double unread(double[] x, int k) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double before = Math.exp(x[k]);
      y[i] = x[i] * x[i];
    }
    return y[0] * y[1];
  }
}
