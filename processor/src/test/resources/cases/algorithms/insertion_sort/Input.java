package cases.algorithms.insertion_sort;

import io.github.cotangent.Differentiable;

// Insertion sort of active values, with a while over array elements.
// run: f(new double[] {1.1, -0.2, 2.3, 0.4}, new double[] {1, 2, 3, 4})
// run: bubble(new double[] {1.1, -0.2, 2.3, 0.4})
final class Input {
  @Differentiable
  static double f(double[] x, double[] w) {
    for (int i = 1; i < x.length; i++) {
      double v = x[i];
      int j = i - 1;
      while (j >= 0 && x[j] > v) {
        x[j + 1] = x[j];
        j--;
      }
      x[j + 1] = v;
    }
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s += w[i] * x[i] * x[i];
    }
    return s;
  }

  @Differentiable
  static double[] bubble(double[] x) {
    boolean swapped;
    int n = x.length;
    do {
      swapped = false;
      for (int i = 1; i < n; i++) {
        if (x[i - 1] > x[i]) {
          double t = x[i - 1];
          x[i - 1] = x[i];
          x[i] = t;
          swapped = true;
        }
      }
      n--;
    } while (swapped);
    x[0] *= x[0];
    return x;
  }

  private Input() {}
}
