package cases.calls.other_class;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

final class Other {
  @Differentiable
  static double cube(double x) {
    return x * x * x;
  }

  @Differentiable
  static double norm(double[] a) {
    double s = 0;
    for (double v : a) {
      s += v * v;
    }
    return Math.sqrt(s);
  }

  @Differentiable
  static void scale(double[] a, double k) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= k;
    }
  }

  @Differentiable
  static double[] doubled(double[] a) {
    double[] b = a.clone();
    for (int i = 0; i < b.length; i++) {
      b[i] += a[i];
    }
    return b;
  }

  @NonDifferentiable
  static double constant(double x) {
    return Math.floor(x * 2);
  }

  private Other() {}
}
