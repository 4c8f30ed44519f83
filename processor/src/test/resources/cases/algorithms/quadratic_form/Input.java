package cases.algorithms.quadratic_form;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// xᵀ A x with early continue for zero entries.
// run: f(new double[] {1.1, 0.2, 0.3}, new double[][] {{1, 0, 2}, {0, 3, 0}, {0.5, 0, 4}})
final class Input {
  @Differentiable
  static double f(double[] x, @NonDifferentiable double[][] a) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        if (a[i][j] == 0) {
          continue;
        }
        sum += x[i] * a[i][j] * x[j];
      }
    }
    return sum;
  }

  private Input() {}
}
