package cases.checkpoint.moving_rows;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;

// A row that was there before the loop and is found by identity, since its index moves later, beside
// arrays that each step makes and that are forgotten after it. Seed 91003321 of the random programs.
// run: made(0.7, 1)
// run: made(0.4, 0)
// run: helped(0.7, 1)
// run: given(new double[][] {{0.3, 0.4}, {0.5, 0.6}}, 0.7, 1)
final class Input {
  @Differentiable
  static double made(double p, int i) {
    double[][] g = {{0.3, 0.4}, {0.5, 0.6}};
    for (int n = 0; n < 4; n++) {
      Gradients.checkpoint();
      double[] row = g[i & 1];
      double[] u = {p, 0.3};
      if (p > 0) {
        u = new double[] {2 * p, 3};
      }
      p = p * row[1] + row[0] + 0.1 * u[n % 1];
      row[0] = Math.sin(p);
    }
    i++;
    return p + i;
  }

  @Differentiable
  static double helped(double p, int i) {
    double[][] g = {{0.3, 0.4}, {0.5, 0.6}};
    return help(p, i, g) + g[i][0];
  }

  static double help(double p, int i, double[][] g) {
    double q = p;
    for (int n = 0; n < 4; n++) {
      Gradients.checkpoint();
      double[] row = g[i & 1];
      double[] u = {q, 0.3};
      if (q > 0) {
        u = new double[] {2 * q, 3};
      }
      q = q * row[1] + row[0] + 0.1 * u[n % 1];
      row[0] = Math.sin(q);
    }
    i++;
    return q + i;
  }

  @Differentiable
  static double given(double[][] g, double p, int i) {
    double[][] own = {g[0].clone(), g[1].clone()};
    return help(p, i, own) * own[i][0];
  }

  private Input() {}
}
