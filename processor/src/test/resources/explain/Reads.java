package explain;

import io.github.cotangent.Differentiable;

/** Elements and functions that stay the same in a loop. */
class Reads {

  @Differentiable
  static double once(double[] x, double[] v, int k) {
    double[] y = new double[x.length];
    double a = v[0];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] * v[k] + Math.exp(a);
    }
    return y[0] * y[1];
  }

  @Differentiable
  static double again(double[] x) {
    double[] y = x.clone();
    scale(y, y);
    return y[0] * y[1];
  }

  @Differentiable
  static void scale(double[] x, double[] by) {
    for (int i = 0; i < x.length; i++) {
      x[i] = x[i] * by[0];
    }
  }
}
