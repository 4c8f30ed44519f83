package explain;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

final class Jacobians {
  private Jacobians() {}

  @Differentiable(generate = Output.JACOBIAN)
  static double[] turned(double[] x, double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new double[] {cos * x[0] - sin * x[1], sin * x[0] + cos * x[1]};
  }

  @Differentiable(generate = Output.JACOBIAN)
  static double[] onCircle(double radius, double angle) {
    return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
  }

  @Differentiable(generate = Output.JACOBIAN)
  static double[] squares(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * x[i];
    }
    return y;
  }

  @Differentiable(generate = Output.JACOBIAN)
  static double[] doubled(double[] x) {
    x[0] *= 2;
    return new double[] {x[0], x[1] * x[0]};
  }

  @Differentiable(generate = Output.JACOBIAN)
  static double[] called(double[] x) {
    return new double[] {sum(x), x[0] * sum(x)};
  }

  private static double sum(double[] x) {
    double sum = 0;
    for (double e : x) {
      sum += e;
    }
    return sum;
  }

  @Differentiable(generate = Output.JACOBIAN)
  static double[] power(double[] x, int n) {
    double y = x[0];
    for (int i = 0; i < n; i++) {
      y = y * y * x[1];
    }
    return new double[] {y, y * x[1]};
  }

  @Differentiable(generate = Output.JACOBIAN)
  static double[] powers(double[] x) {
    double a = x[0];
    return new double[] {a, a * a, a * 3, a / 4, a + 5, a - 6, a * 7, a / 8, a + 9};
  }

  @Differentiable(generate = Output.JACOBIAN)
  static double[] moved(double[] x) {
    double[] y = {x[0], x[1], x[2], x[0] * x[1]};
    for (int k = 0; k < 8; k++) {
      for (int i = 0; i < 4; i++) {
        y[i] = y[i] * x[0] + y[(i + k) % 4] * x[1];
      }
    }
    return new double[] {y[0], y[1], y[2], y[3]};
  }
}
