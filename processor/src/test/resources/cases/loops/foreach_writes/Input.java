package cases.loops.foreach_writes;

import io.github.cotangent.Differentiable;

// Enhanced for whose body writes into the array it runs over, and replaces the variable.
// run: f(new double[] {1.1, 2.2, 0.3})
final class Input {
  @Differentiable
  static double f(double[] x) {
    double[] a = x.clone();
    double s = 0;
    int i = 0;
    for (double v : a) {
      if (i + 1 < a.length) {
        a[i + 1] *= v;
      }
      s += v * v;
      i++;
    }
    for (double v : a) {
      s += v;
      a = new double[] {s, v};
    }
    return s * a[0] * a[1];
  }

  private Input() {}
}
