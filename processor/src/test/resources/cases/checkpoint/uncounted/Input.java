package cases.checkpoint.uncounted;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

// Loops whose number of steps is found by running them.
// run: root(2.0, 3.0)
// run: search(1.3, 0.1)
// run: search(4.0, 0.1)
// run: early(1.1, 6)
// run: early(1.1, 30)
// run: atLeastOnce(1.2, 4)
// run: skipping(1.1, 9)
// run: outer(1.1, 4, 5)
// run: movedIndex(1.15, 12)
// run: real(1.1, 0.3)
// run: endless(1.1)
// run: twoIndices(1.1, 7)
final class Input {
  @Differentiable
  static double root(double a, double x) {
    double y = x;
    double change = 1;
    while (change > 1e-12) {
      checkpoint(2);
      double z = 0.5 * (y + a / y);
      change = Math.abs(z - y);
      y = z;
    }
    return y;
  }

  /** The header calls a method. */
  @Differentiable
  static double search(double x, double step) {
    double y = x;
    while (excess(y) > 0) {
      checkpoint();
      y -= step * y;
    }
    return y * excess(y);
  }

  static double excess(double y) {
    return y * y - 1;
  }

  @Differentiable
  static double early(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      checkpoint(2);
      y = y * x + 0.1;
      if (y > 20) {
        return y * y * x;
      }
      if (i == 15) {
        break;
      }
      y += 0.1;
    }
    return Math.sin(y);
  }

  @Differentiable
  static double atLeastOnce(double x, int n) {
    double y = x;
    int k = 0;
    do {
      checkpoint(1);
      y = y * Math.sin(y);
      k++;
    } while (k < n);
    return y;
  }

  @Differentiable
  static double skipping(double x, int n) {
    double y = x;
    for (int i = 0; i < n; i++) {
      checkpoint(3);
      if (i % 3 == 1) {
        continue;
      }
      y = y * x * 0.9;
      if (y < 0.5) {
        continue;
      }
      y -= 0.01 * i;
    }
    return y;
  }

  /** Jumps leave two loops at once. */
  @Differentiable
  static double outer(double x, int n, int m) {
    double y = x;
    next:
    for (int i = 0; i < n; i++) {
      double z = y;
      for (int j = 0; j < m; j++) {
        checkpoint(2);
        z = z * x + 0.1 * j;
        if (z > 3) {
          y = y + 0.1 * z;
          continue next;
        }
        if (z < -100) {
          break next;
        }
      }
      y = y * z;
    }
    return y;
  }

  @Differentiable
  static double movedIndex(double x, int n) {
    double y = x;
    for (int i = n / 2; i < n; i++) {
      checkpoint(2);
      if (y > 1.5) {
        i++;
        continue;
      }
      y = y * x + 0.01 * i;
    }
    return y;
  }

  /** The index carries a derivative. */
  @Differentiable
  static double real(double x, double h) {
    double y = 1;
    for (double t = x * h; t < 3; t = t * x + h) {
      checkpoint(2);
      y += t * t * y * 0.1;
      if (y > 1e6) {
        break;
      }
    }
    return y;
  }

  @Differentiable
  static double endless(double x) {
    double y = x;
    for (; ; ) {
      checkpoint(2);
      y = y * y + 0.1;
      if (y > 10) {
        break;
      }
    }
    return y;
  }

  @Differentiable
  static double twoIndices(double x, int n) {
    double y = x;
    for (int i = 0, j = n; i < j; i++, j--) {
      checkpoint(2);
      y = y * x + 0.1 * i * j;
    }
    return y;
  }

  private Input() {}
}
