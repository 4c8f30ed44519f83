package cases.custom.pullbacks;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

// A pullback that accumulates in place, and its tangent; arrays that change before and after.
// run: f(new double[] {0.4, -1.2}, new double[] {1.5, 0.7}, 0.9)
// run: same(new double[] {0.4, -1.2})
// run: overwritten(new double[] {0.4, -1.2, 0.6}, 0.8)
// run: data(new double[] {0.4, -1.2}, new double[] {1.5, 0.7})
// run: early(new double[] {0.4, -1.2}, new double[] {1.5, 0.7})
// run: throughHelper(new double[] {0.4, -1.2}, 0.7)
final class Input {
  @Differentiable
  static double f(double[] a, double[] b, double c) {
    double d = dot(a, b, c);
    a[0] = d;
    return d * dot(a, a, d);
  }

  @Differentiable
  static double same(double[] a) {
    double[] b = a;
    double s = dot(a, b, 2);
    b[0] = s;
    return s + dot(b, a, s);
  }

  @Differentiable
  static double overwritten(double[] a, double x) {
    double s = x;
    for (int i = 0; i < a.length; i++) {
      double before = dot(a, a, s);
      a[i] = before / 4;
      s = dot(a, a, s) / 2;
    }
    return s;
  }

  @Differentiable
  static double data(double[] a, @NonDifferentiable double[] b) {
    return dot(a, b, a[0]);
  }

  @Differentiable
  static double early(double[] a, double[] b) {
    double s = 0;
    for (int i = 0; i < 5; i++) {
      s = dot(a, b, s + 1);
      if (s < -3) {
        return s * a[0];
      }
      b[0] += s;
    }
    return s;
  }

  @Differentiable
  static double throughHelper(double[] a, double x) {
    double[] b = {x, x * x};
    return helped(a, b) * helped(b, a);
  }

  static double helped(double[] a, double[] b) {
    double d = dot(a, b, a[1]);
    return d > 0 ? d * d : dot(a, b, d);
  }

  static double dot(double[] a, double[] b, double c) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * b[i];
    }
    return c * s;
  }

  @PullbackOf(
      method = "dot(double[] a, double[] b, double c)",
      names = {"a", "b", "c", "dResult", "da", "db"})
  static double dotPullback(
      double[] a, double[] b, double c, double dResult, double[] da, double[] db) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * b[i];
      da[i] += dResult * c * b[i];
      db[i] += dResult * c * a[i];
    }
    return s * dResult;
  }

  @TangentOf(
      method = "dot(double[] a, double[] b, double c)",
      names = {"a", "b", "c", "aDot", "bDot", "cDot"})
  static double dotTangent(
      double[] a, double[] b, double c, double[] aDot, double[] bDot, double cDot) {
    return dot(aDot, b, c) + dot(a, bDot, c) + dot(a, b, cDot);
  }

  private Input() {}
}
