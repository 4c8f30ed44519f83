package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Methods without a derivative that give a result, and write where the backward pass would have to put it back.
final class ConstantMethods {
  private ConstantMethods() {}

  record Path(double[] weights, int[] next) {
    @NonDifferentiable
    int step(int i) {
      return next[0] += i;
    }
  }

  static final class Counter {
    final int[] at = {0};

    @NonDifferentiable
    int step(int i) {
      return at[0] += i;
    }
  }

  @NonDifferentiable
  static int clear(double[] values) {
    values[0] = 0;
    return 0;
  }

  @NonDifferentiable
  static int step(Path p, int i) {
    int[] next = p.next();
    return change(i > 5 ? null : next, i);
  }

  static int change(int[] next, int i) {
    next[0] += i;
    return next[0];
  }

  @Differentiable
  static double carries(double[] a, double x) {
    double y = x * a[0];
    int seen = clear(a); // error: UnsupportedExpression
    return y * y;
  }

  @Differentiable
  static double components(Path p, double x) {
    double y = x * p.weights()[p.next()[0]];
    int seen = step(p, 1); // error: UnsupportedExpression
    return y * y;
  }

  @Differentiable
  static double receiver(Path p, double x) {
    double y = x * p.weights()[p.next()[0]];
    int seen = p.step(1); // error: UnsupportedExpression
    return y * y;
  }

  @Differentiable
  static double object(double[] a, double x, Counter c) {
    double y = x * a[c.at[0]];
    int seen = c.step(1); // error: UnsupportedExpression
    return y * y;
  }

  @NonDifferentiable
  static double[] shares(double[] a) {
    double[] shares = same(a).clone();
    double[] again = same(shares);
    again[0] = 3;
    return again;
  }

  static double[] same(double[] a) {
    return a;
  }

  @NonDifferentiable
  static int largest(double[] a, int from) {
    double[] shares = shares(a);
    shares[0] = a[0];
    if (from > 1) {
      return largest(a, from - 1);
    }
    int[] at = new int[1];
    for (int i = 0; i < a.length; i++) {
      at[0] = shares[i] > shares[at[0]] ? i : at[0];
    }
    return at[0];
  }

  /** These only read: they may be given what carries a derivative. */
  @Differentiable
  static double read(double[] a, double x) {
    double y = x;
    for (int i = 0; i < a.length; i++) {
      y = y * a[largest(a, i)] * x;
      a[0] *= 0.5;
    }
    return y;
  }
}
