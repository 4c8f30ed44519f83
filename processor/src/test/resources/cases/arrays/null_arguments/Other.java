package cases.arrays.null_arguments;

import io.github.cotangent.Differentiable;

final class Other {
  @Differentiable
  static double dot(double[] a, double[] b) {
    if (b == null) {
      return a[0];
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private Other() {}
}
