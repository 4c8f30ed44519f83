package cases.custom.records_and_rows;

import io.github.cotangent.Differentiable;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

// Rules of methods that take a matrix, and a record with an array; a result that is a record.
// run: f(new double[][] {{1.2, 0.3}, {-0.4, 0.8}}, new double[] {0.5, 0.7})
// run: g(new Input.Layer(new double[] {0.5, 0.7}, 0.2), 1.1)
final class Input {
  record Layer(double[] weights, double bias) {}

  @Differentiable
  static double f(double[][] m, double[] x) {
    double[] y = times(m, x);
    m[0] = y;
    double[] z = times(m, y);
    return z[0] * z[1];
  }

  @Differentiable
  static double g(Layer layer, double x) {
    Layer next = scaled(layer, x);
    Layer last = scaled(next, next.bias() * x);
    return last.weights()[0] * last.weights()[1] * last.bias() * next.weights()[0];
  }

  static double[] times(double[][] m, double[] x) {
    double[] y = new double[m.length];
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < x.length; j++) {
        y[i] += m[i][j] * x[j];
      }
    }
    return y;
  }

  @PullbackOf(
      method = "times(double[][] m, double[] x)",
      names = {"m", "x", "dResult", "dm", "dx"})
  static void timesPullback(
      double[][] m, double[] x, double[] dResult, double[][] dm, double[] dx) {
    for (int i = 0; i < m.length; i++) {
      for (int j = 0; j < x.length; j++) {
        dm[i][j] += dResult[i] * x[j];
        dx[j] += dResult[i] * m[i][j];
      }
    }
  }

  @TangentOf(
      method = "times(double[][] m, double[] x)",
      names = {"m", "x", "mDot", "xDot"})
  static double[] timesTangent(double[][] m, double[] x, double[][] mDot, double[] xDot) {
    double[] left = times(mDot, x);
    double[] right = times(m, xDot);
    double[] sum = new double[left.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = left[i] + right[i];
    }
    return sum;
  }

  static Layer scaled(Layer layer, double x) {
    double[] w = layer.weights().clone();
    for (int i = 0; i < w.length; i++) {
      w[i] *= x;
    }
    return new Layer(w, layer.bias() * x * x);
  }

  @PullbackOf(
      method = "scaled(Layer layer, double x)",
      names = {"layer", "x", "dResult", "dlayer"})
  static ScaledAdjoints scaledPullback(Layer layer, double x, Layer dResult, Layer dlayer) {
    double dx = 2 * dResult.bias() * layer.bias() * x;
    for (int i = 0; i < layer.weights().length; i++) {
      dlayer.weights()[i] += dResult.weights()[i] * x;
      dx += dResult.weights()[i] * layer.weights()[i];
    }
    return new ScaledAdjoints(new Layer(null, dResult.bias() * x * x), dx);
  }

  record ScaledAdjoints(Layer dlayer, double dx) {}

  @TangentOf(
      method = "scaled(Layer layer, double x)",
      names = {"layer", "x", "layerDot", "xDot"})
  static Layer scaledTangent(Layer layer, double x, Layer layerDot, double xDot) {
    double[] w = new double[layer.weights().length];
    for (int i = 0; i < w.length; i++) {
      w[i] = layerDot.weights()[i] * x + layer.weights()[i] * xDot;
    }
    return new Layer(w, layerDot.bias() * x * x + 2 * layer.bias() * x * xDot);
  }

  private Input() {}
}
