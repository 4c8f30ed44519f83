package cases.custom.array_results;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

// Rules of a method that returns an array; the result is named, assigned again, and overwritten.
// run: f(new double[] {0.4, -0.2}, 1.3)
// run: again(new double[] {0.4, -0.2}, 3)
// run: ignored(new double[] {0.4, -0.2})
// run: returned(new double[] {0.4, -0.2})
// run: stored(new double[] {0.4, -0.2})
final class Input {
  @Differentiable
  static double f(double[] a, double x) {
    double[] y = exp(a, x);
    double s = y[0] * y[1];
    y[0] = s * x;
    a[1] = s;
    double[] z = exp(y, a[1] / 2);
    return z[0] + z[1] * y[0];
  }

  @Differentiable
  static double again(double[] a, int n) {
    double[] h = a;
    for (int i = 0; i < n; i++) {
      h = exp(h, 0.5);
      h[0] *= 0.3;
    }
    return h[0] * h[1];
  }

  @Differentiable
  static double ignored(double[] a) {
    exp(a, a[0]);
    return a[0] * a[1];
  }

  @Differentiable
  static double[] returned(double[] a) {
    return exp(exp(a, a[0]), 0.4);
  }

  @Differentiable
  static double stored(double[] a) {
    double[][] rows = new double[2][];
    rows[0] = exp(a, 0.3);
    rows[1] = rows[0];
    rows[0] = exp(rows[1], 0.2);
    return rows[0][0] * rows[1][1];
  }

  static double[] exp(double[] a, double x) {
    double[] y = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      y[i] = Math.exp(x * a[i]);
    }
    return y;
  }

  @PullbackOf(
      method = "exp(double[] a, double x)",
      names = {"result", "dResult", "a", "x", "da"})
  static double expPullback(
      double[] result, double[] dResult, double[] a, double x, double[] da) {
    double dx = 0;
    for (int i = 0; i < result.length; i++) {
      da[i] += x * dResult[i] * result[i];
      dx += a[i] * dResult[i] * result[i];
    }
    return dx;
  }

  @TangentOf(
      method = "exp(double[] a, double x)",
      names = {"a", "x", "result", "aDot", "xDot"})
  static double[] expTangent(
      double[] a, double x, double[] result, double[] aDot, double xDot) {
    double[] dot = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      dot[i] = result[i] * (x * aDot[i] + xDot * a[i]);
    }
    return dot;
  }

  private Input() {}
}
