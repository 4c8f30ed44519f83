package cases.custom.writes;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

// A method that writes into an array: its rules say so, and what it overwrites is restored.
// run: f(0.7, new double[] {0.4, -0.2}, new double[] {1.5, 0.3})
// run: loop(0.7, new double[] {0.4, -0.2})
// run: written(0.7, new double[] {0.4, -0.2}, new double[] {1.5, 0.3})
final class Input {
  @Differentiable
  static double f(double alpha, double[] x, double[] y) {
    double before = y[0] * y[1];
    axpy(alpha, x, y);
    axpy(before, x, y);
    return y[0] * y[1] * before;
  }

  @Differentiable
  static double loop(double alpha, double[] x) {
    double[] y = new double[x.length];
    double s = 1;
    for (int i = 0; i < 3; i++) {
      axpy(s * alpha, x, y);
      s += y[0] * y[1];
    }
    return s;
  }

  @Differentiable
  static void written(double alpha, double[] x, double[] y) {
    axpy(alpha * y[0], x, y);
    y[1] *= y[1];
  }

  static void axpy(double alpha, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] += alpha * x[i] * y[i] * y[i];
    }
  }

  @PullbackOf(
      method = "axpy(double alpha, double[] x, double[] y)",
      names = {"alpha", "x", "y", "dx", "dy"},
      writes = "y")
  static double axpyPullback(double alpha, double[] x, double[] y, double[] dx, double[] dy) {
    double dalpha = 0;
    for (int i = 0; i < x.length; i++) {
      dalpha += dy[i] * x[i] * y[i] * y[i];
      dx[i] += dy[i] * alpha * y[i] * y[i];
      dy[i] *= 1 + 2 * alpha * x[i] * y[i];
    }
    return dalpha;
  }

  @TangentOf(
      method = "axpy(double alpha, double[] x, double[] y)",
      names = {"alpha", "x", "y", "alphaDot", "xDot", "yDot"},
      writes = "y")
  static void axpyTangent(
      double alpha, double[] x, double[] y, double alphaDot, double[] xDot, double[] yDot) {
    for (int i = 0; i < x.length; i++) {
      yDot[i] +=
          (alphaDot * x[i] + alpha * xDot[i]) * y[i] * y[i] + 2 * alpha * x[i] * y[i] * yDot[i];
    }
  }

  private Input() {}
}
