package cases.loops.foreach_labeled;

import io.github.cotangent.Differentiable;

// The array of a labelled loop needs a name of its own, which stands before the label.
// run: f(new double[] {1.5, -2, 0.5}, new double[] {3, 4})
// run: nested(new double[] {1.5, -2, 0.5}, new double[][] {{1, 2}, {-3, 4}})
final class Input {
  @Differentiable
  static double f(double[] a, double[] b) {
    double sum = 0;
    loop:
    for (double x : a) {
      a = b;
      if (x < 0) {
        continue loop;
      }
      sum += x * x * a[0];
    }
    return sum;
  }

  @Differentiable
  static double nested(double[] a, double[][] rows) {
    double sum = 0;
    outer:
    for (double[] row : rows.clone()) {
      inner:
      for (double x : row.clone()) {
        if (x < 0) {
          continue outer;
        }
        for (double y : a) {
          if (y < 0) {
            continue inner;
          }
          sum += x * y * y;
        }
      }
    }
    return sum;
  }

  private Input() {}
}
