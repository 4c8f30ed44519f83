package cases.arrays.void_method;

import io.github.cotangent.Differentiable;

// void methods: the arrays that are written are the seeds.
// run: scale(new double[] {1.1, 2.2, 0.3}, 0.5)
// run: axpy(0.5, new double[] {1.1, 2.2}, new double[] {0.3, 0.4})
// run: swap(new double[] {1.1, 2.2}, new double[] {0.3, 0.4})
// run: early(new double[] {1.1, 2.2}, 5)
// run: early(new double[] {1.1, 2.2}, 2)
final class Input {
  @Differentiable
  static void scale(double[] x, double k) {
    for (int i = 0; i < x.length; i++) {
      x[i] *= k * x[0];
    }
  }

  @Differentiable
  static void axpy(double k, double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      y[i] = y[i] * y[i] + k * x[i];
    }
  }

  @Differentiable
  static void swap(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      double t = a[i];
      a[i] = b[i] * t;
      b[i] = t;
    }
  }

  @Differentiable
  static void early(double[] a, int n) {
    a[0] = a[0] * a[1];
    if (n > 3) {
      return;
    }
    a[1] = a[0] * n;
  }

  private Input() {}
}
