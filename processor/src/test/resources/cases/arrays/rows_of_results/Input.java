package cases.arrays.rows_of_results;

import io.github.cotangent.Differentiable;

// A row of a helper's result is replaced.
// run: replaced(0.7)
// run: replacedLater(0.7)
// run: exchanged(0.7)
// run: replacedArgument(0.7)
// run: inLoop(0.7)
final class Input {
  static double[][] rows(double x) {
    double[][] out = new double[2][1];
    out[0][0] = x * x;
    out[1][0] = x;
    return out;
  }

  @Differentiable
  static double replaced(double x) {
    double[][] a = rows(x);
    double y = a[0][0];
    a[0] = new double[1];
    a[0][0] = 3 * x;
    return y + a[0][0] * a[1][0];
  }

  @Differentiable
  static double replacedLater(double x) {
    double[][] a = rows(x);
    double y = a[0][0] * a[0][0];
    a[0] = new double[1];
    return y;
  }

  @Differentiable
  static double exchanged(double x) {
    double[][] a = rows(x);
    double y = a[0][0] * a[0][0];
    double[] t = a[0];
    a[0] = a[1];
    a[1] = t;
    return y + a[1][0] * a[0][0] * a[1][0];
  }

  static double first(double[][] a) {
    a[1][0] *= a[0][0];
    return a[0][0] * a[0][0];
  }

  @Differentiable
  static double replacedArgument(double x) {
    double[][] a = new double[2][1];
    a[0][0] = x * x;
    a[1][0] = x;
    double y = first(a);
    a[0] = new double[] {x * y};
    y += first(a);
    a[1] = a[0];
    return y + first(a) * a[0][0];
  }

  @Differentiable
  static double inLoop(double x) {
    double y = x;
    for (int i = 0; i < 3; i++) {
      double[][] a = rows(y);
      y += a[0][0];
      a[0] = new double[1];
      a[0][0] = 3 * y;
      y += a[0][0] * a[1][0] * 0.1;
    }
    return y;
  }
}
