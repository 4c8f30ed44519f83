package cases.loops.bound_chosen;

import io.github.cotangent.Differentiable;

// A bound or a start that is chosen among some that never change is as steady as they are.
// run: shorter(new double[] {0.5, 1.25, 3}, new double[] {2, 0.75})
// run: chosen(new double[] {0.5, 1.25, 3}, true)
// run: chosen(new double[] {0.5, 1.25, 3}, false)
// run: downward(new double[] {0.5, 1.25, 3}, 2)
// run: downward(new double[] {0.5, 1.25, 3}, 7)
// run: changing(new double[] {0.5, 1.25, 3}, 2)
final class Input {
  @Differentiable
  static double shorter(double[] x, double[] y) {
    double product = 1;
    for (int i = 0; i < Math.min(x.length, y.length); i++) {
      product *= x[i] + y[i];
    }
    return product;
  }

  @Differentiable
  static double chosen(double[] x, boolean all) {
    double product = 1;
    for (int i = 0; i < (all ? x.length : 1); i++) {
      product *= x[i];
    }
    return product;
  }

  @Differentiable
  static double downward(double[] x, int n) {
    double product = 1;
    for (int i = (n > x.length ? x.length : n) - 1; i >= Math.max(0, n - 2); i--) {
      product *= x[i] * product;
    }
    return product;
  }

  @Differentiable
  static double changing(double[] x, int n) {
    double product = 1;
    int m = n;
    for (int i = 0; i < Math.min(m, x.length); i++) {
      product *= x[i] * product;
      m = 3;
    }
    return product;
  }

  private Input() {}
}
