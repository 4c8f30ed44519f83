package cases.checkpoint.nested;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// Loops in loops, each with or without checkpoints.
// run: inPlain(1.1, 4, 5)
// run: plainIn(1.1, 4, 5)
// run: both(1.1, 4, 5)
// run: arrays(new double[] {1.1, 0.2, 0.5}, 4, 5)
// run: triangle(1.1, 6)
// run: inWhile(1.1, 3)
final class Input {
  @Differentiable
  static double inPlain(double x, int n, int m) {
    double y = x;
    for (int i = 0; i < n; i++) {
      double z = y * 0.5;
      for (int j = 0; j < m; j++) {
        checkpoint(2);
        z = z * x + 0.1 * j;
      }
      y = y + z * y * 0.1;
    }
    return y;
  }

  @Differentiable
  static double plainIn(double x, int n, int m) {
    double y = x;
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      double z = y * 0.5;
      for (int j = 0; j < m; j++) {
        z = z * x + 0.1 * j;
      }
      y = y + z * y * 0.1;
    }
    return y;
  }

  @Differentiable
  static double both(double x, int n, int m) {
    double y = x;
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      double z = y * 0.5;
      for (int j = 0; j < m; j++) {
        checkpoint();
        z = z * x + 0.1 * j;
        y = Math.sin(y * z);
      }
      y = y + z * y * 0.1;
    }
    return y;
  }

  @Differentiable
  static double arrays(double[] u, int n, int m) {
    double[] w = u;
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      double[] v = w.clone();
      for (int j = 0; j < m; j++) {
        checkpoint(2);
        double[] next = v.clone();
        next[0] = v[1] * v[2];
        next[1] += w[0] * v[2];
        v = next;
      }
      w[2] = Math.cos(v[1]);
      w = v;
    }
    return w[0] + w[1] * w[2];
  }

  @Differentiable
  static double triangle(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j += 2) {
        checkpoint(i + 1);
        y = y * x - 0.05 * y * y;
      }
    }
    return y;
  }

  @Differentiable
  static double inWhile(double x, int n) {
    double y = x;
    int k = 0;
    while (k < n) {
      k++;
      double z = y;
      int j = 0;
      while (j < k + 1) {
        checkpoint(k);
        z = z * y * 0.9;
        j++;
      }
      y = z + 0.5;
    }
    return y;
  }

  private Input() {}
}
