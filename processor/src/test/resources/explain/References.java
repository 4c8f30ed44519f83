package explain;

import io.github.cotangent.Differentiable;

/** Arrays whose adjoints the text of the program does not tell. */
class References {

  @Differentiable
  static double stored(double[][] m) {
    double[][] w = new double[2][];
    w[0] = m[1];
    w[1] = m[0];
    double[] row = w[0];
    return row[0] * row[1];
  }

  @Differentiable
  static double exchanged(double[] x, int n) {
    double[] now = x;
    double[] next = new double[x.length];
    for (int t = 0; t < n; t++) {
      for (int i = 0; i < x.length; i++) {
        next[i] = now[i] * now[x.length - 1 - i];
      }
      double[] old = now;
      now = next;
      next = old;
    }
    return now[0];
  }

  @Differentiable
  static double direct(double[][] m) {
    double[] row = m[0];
    return row[0] * row[1];
  }
}
