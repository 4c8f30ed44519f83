package cases.loops.labeled_header;

import io.github.cotangent.Differentiable;

// A labeled loop whose header saves what it overwrites, in a loop: the label stays with the loop,
// which a continue names. Seed 95000220 of the random programs.
// run: f(new double[] {0.4, 1.3, 0.9}, 0.7)
// run: f(new double[] {0.4, -0.3, 0.9}, 1.7)
final class Input {
  @Differentiable
  static double f(double[] x, double w) {
    int m = 0;
    for (int t = 0; t < 3; t++) {
      again:
      for (m = 0; ; m++) {
        if (m >= 2) {
          break;
        }
        x[1] *= Math.sin(x[0]);
        if (x[1] * x[2] > w) {
          continue again;
        }
        w = Math.tanh(w * Math.sqrt(1.5 + Math.sin((double) m + t)));
      }
      if (w > 5) {
        break;
      }
    }
    return w * x[1];
  }

  private Input() {}
}
