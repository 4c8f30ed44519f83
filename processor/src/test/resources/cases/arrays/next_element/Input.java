package cases.arrays.next_element;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Elements one after the other: the step waits until the statement is done, where nothing else in it
// asks for the index.
// run: flattened(new double[][] {{1.1, 0.3}, {0.5, 0.7}})
// run: unpacked(new double[] {0.2, 0.3, 0.5, 0.7, 1.1, 1.3}, new double[] {0.9, 0.4})
// run: kept(new double[] {0.2, -0.3, 0.5, 0.7})
// run: backward(new double[] {0.2, 0.3, 0.5})
// run: notLate(new double[] {0.2, 0.3, 0.5, 0.7, 1.1}, 1.3)
// run: sometimes(new double[] {0.2, 0.3, 0.5, 0.7}, true)
// run: sometimes(new double[] {0.2, 0.3, 0.5, 0.7}, false)
// run: byteIndex(new double[] {0.2, 0.3, 0.5})
final class Input {
  @Differentiable
  static double flattened(double[][] m) {
    double[] flat = new double[4];
    int next = 0;
    for (double[] row : m) {
      for (double v : row) {
        flat[next++] = v * v;
      }
    }
    double sum = 0;
    for (int i = 0; i < flat.length; i++) {
      sum += flat[i] * flat[flat.length - 1 - i];
    }
    return sum;
  }

  /** Weights of a layer, from one array. */
  @Differentiable
  static double unpacked(double[] theta, @NonDifferentiable double[] x) {
    int k = 0;
    double y = 0;
    for (int h = 0; h < 2; h++) {
      double z = theta[k++];
      for (int i = 0; i < x.length; i++) {
        z += theta[k++] * x[i];
      }
      y += Math.tanh(z);
    }
    return y;
  }

  /** Two indices, one of which moves sometimes. */
  @Differentiable
  static double kept(double[] a) {
    double[] positive = new double[a.length];
    int to = 0;
    int from = 0;
    while (from < a.length) {
      double v = a[from++];
      if (v > 0) {
        positive[to++] += v * a[0];
      }
    }
    double product = 1;
    for (int i = 0; i < to; i++) {
      product *= positive[i];
    }
    return product;
  }

  @Differentiable
  static double backward(double[] a) {
    int at = a.length - 1;
    double sum = 0;
    while (at > 0) {
      sum = sum * a[0] + a[at--];
    }
    return sum;
  }

  /** The index is asked for twice, or stepped first. */
  @Differentiable
  static double notLate(double[] a, double x) {
    double[] b = a.clone();
    int i = 0;
    b[i++] = x * b[i];
    b[i++] = b[i++] * x;
    b[++i] *= x;
    int j = i--;
    return b[0] * b[1] + b[i] * b[j];
  }

  /** The step may be left out. */
  @Differentiable
  static double sometimes(double[] a, boolean flag) {
    int i = 0;
    double x = flag ? a[i++] : a[3];
    double y = a[i++] * (flag && i++ > 0 ? 2 : 3);
    int j = 0;
    double z = a[j++] * (flag ? a[1] : x);
    return x * y * a[i] + z * a[j];
  }

  @Differentiable
  static double byteIndex(double[] a) {
    byte k = 0;
    double x = a[k++];
    double y = a[k++] * x;
    return y * a[k];
  }

  private Input() {}
}
