package cases.checkpoint.references_only;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;
import java.util.Arrays;

// A loop with checkpoints that moves references and does nothing else: no derivative goes through
// it, but the shadows of its variables follow. Seed 95000512 of the random programs.
// run: f(new double[] {0.4, -0.3, 0.9}, 0.7)
// run: turns(new double[] {0.4, -0.3, 0.9}, new double[] {1.4, 0.3, -0.9}, 3)
// run: turns(new double[] {0.4, -0.3, 0.9}, new double[] {1.4, 0.3, -0.9}, 0)
final class Input {
  @Differentiable
  static double f(double[] x, double v) {
    double[] c = new double[4];
    Arrays.fill(c, x[1]);
    for (int i = 0; ; i++) {
      Gradients.checkpoint();
      if (i >= 3) {
        break;
      }
      x = c;
    }
    return v * x[0];
  }

  @Differentiable
  static double turns(double[] a, double[] b, int n) {
    double[] x = a;
    double[] y = b;
    double s = x[0] * y[1];
    for (int i = 0; i < n; i++) {
      Gradients.checkpoint();
      double[] t = x;
      x = y;
      y = t;
    }
    return s * x[1] + y[2] * y[2];
  }

  private Input() {}
}
