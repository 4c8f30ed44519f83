package cases.arrays.compared_indices;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;

// Elements that are overwritten: some were read before, some surely not.
// run: eliminated(new double[][] {{2.1, 0.5, 0.3}, {0.4, 1.7, 0.6}, {0.2, 0.8, 2.4}}, new double[] {0.3, -0.5, 0.9})
// run: eliminated(new double[0][], new double[0])
// run: allRows(new double[][] {{2.1, 0.5, 0.3}, {0.4, 1.7, 0.6}, {0.2, 0.8, 2.4}})
// run: behind(new double[] {0.3, -0.5, 0.9, 0.2}, 2)
// run: ahead(new double[] {0.3, -0.5, 0.9, 0.2})
// run: down(new double[] {0.3, -0.5, 0.9, 0.2})
// run: twice(new double[] {0.3, -0.5, 0.9, 0.2}, 3)
// run: twice(new double[] {0.3, -0.5, 0.9, 0.2}, 0)
// run: interleaved(new double[] {0.3, -0.5, 0.9, 0.2, 0.7, -0.1})
// run: mirrored(new double[] {0.3, -0.5, 0.9, 0.2, 0.7})
// run: shifted(new double[] {0.3, -0.5, 0.9, 0.2, 0.7}, 1)
// run: shifted(new double[] {0.3, -0.5, 0.9, 0.2, 0.7}, 0)
// run: oneRow(new double[] {0.3, -0.5, 0.9})
// run: rowsOf(new double[][] {{0.3, -0.5}, {0.9, 0.2}, {0.7, -0.1}})
// run: newRows(0.7, 4)
// run: newRows(0.7, 0)
// run: renamed(new double[] {0.3, -0.5, 0.9}, 3)
// run: namedRows(new double[][] {{0.3, -0.5, 0.4}, {0.9, 0.2, 0.6}, {0.7, -0.1, 0.8}})
// run: branches(new double[] {0.3, -0.5, 0.9, 0.2}, 1)
// run: notAbove(new double[] {0.3, -0.5, 0.9})
// run: notBelow(new double[] {0.3, -0.5, 0.9})
// run: notLess(new double[] {0.3, -0.5, 0.9})
// run: notMore(new double[] {0.3, -0.5, 0.9})
// run: notNext(new double[] {0.3, -0.5, 0.9})
// run: neverNext(new double[] {0.3, -0.5, 0.9})
// run: upTo(new double[] {0.3, -0.5, 0.9})
// run: skipped(new double[] {0.3, -0.5, 0.9, 0.2}, 2)
// run: movingBound(new double[] {0.3, -0.5, 0.9, 0.2, 0.7}, 4)
// run: overflowing(new double[] {0.3, -0.5, 0.9}, 2147483646)
// run: overflowing(new double[] {0.3, -0.5, 0.9}, -2)
// run: whileLoop(new double[] {0.3, -0.5, 0.9, 0.2})
// run: leaving(new double[] {0.3, -0.5, 0.9, 0.2}, 0.1)
// run: places(new double[] {0.3, -0.5, 0.9, 0.2})
// run: quotients(new double[] {1.3, -1.5, 0.9, 1.2}, 2)
// run: curves(new double[] {0.3, -0.5, 0.9, 0.2})
// run: again(new double[] {0.3, -0.5, 0.9, 0.2}, 5)
// run: steps(new double[] {0.3, -0.5, 0.9, 0.2})
final class Input {
  /** Rows are read only when no step changes them any more. */
  @Differentiable
  static double eliminated(double[][] m, double[] right) {
    int n = right.length;
    double[][] a = new double[n][n];
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = right[i];
      for (int j = 0; j < n; j++) {
        a[i][j] = m[i][j];
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i < n; i++) {
        double f = a[i][k] / a[k][k];
        for (int j = k; j < n; j++) {
          a[i][j] -= f * a[k][j];
        }
        b[i] -= f * b[k];
      }
    }
    double[] x = new double[n];
    double norm = 0;
    for (int i = n - 1; i >= 0; i--) {
      double s = b[i];
      for (int j = i + 1; j < n; j++) {
        s -= a[i][j] * x[j];
      }
      x[i] = s / a[i][i];
      norm += x[i] * x[i];
    }
    return norm;
  }

  /** Rows above are changed, too, after they were read. */
  @Differentiable
  static double allRows(double[][] m) {
    int n = m.length;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = m[i][j];
      }
    }
    for (int k = 0; k < n; k++) {
      for (int i = 0; i < n; i++) {
        if (i != k) {
          double f = a[i][k] / a[k][k];
          for (int j = 0; j < n; j++) {
            a[i][j] -= f * a[k][j];
          }
        }
      }
    }
    return a[0][0] * a[1][1] * a[2][2];
  }

  @Differentiable
  static double behind(double[] x0, int reach) {
    double[] x = x0.clone();
    for (int i = 1; i < x.length; i++) {
      x[i] = Math.sin(x[i - 1]) * x[i - 1] + x0[i];
    }
    for (int i = reach; i < x.length; i++) {
      x[i] += x[i - 2] * x[i - 1];
    }
    return x[3] * x[2];
  }

  /** Each element is read in the round before it is overwritten. */
  @Differentiable
  static double ahead(double[] x0) {
    double[] x = x0.clone();
    for (int i = 0; i + 1 < x.length; i++) {
      x[i] = x[i + 1] * x[i + 1] + 0.5 * x[i];
    }
    return x[0] * x[1] + x[2];
  }

  @Differentiable
  static double down(double[] x0) {
    double[] x = x0.clone();
    for (int i = x.length - 2; i >= 0; i--) {
      x[i] = x[i + 1] * x[i + 1] - x[i];
    }
    for (int i = x.length - 1; i > 0; i--) {
      x[i] = x[i - 1] * x[i - 1] - x[i];
    }
    return x[0] * x[1] + x[2] * x[3];
  }

  /** The second sweep overwrites what the first has read. */
  @Differentiable
  static double twice(double[] x0, int sweeps) {
    double[] x = x0.clone();
    for (int s = 0; s < sweeps; s++) {
      for (int i = 1; i < x.length; i++) {
        x[i] = x[i - 1] * x[i - 1] + 0.3;
      }
      x[0] = x[3];
    }
    return x[0] * x[1];
  }

  /** Even indices are never odd. */
  @Differentiable
  static double interleaved(double[] x0) {
    double[] z = x0.clone();
    for (int i = 0; i < z.length / 2; i++) {
      z[2 * i] = Math.cos(z[2 * i + 1]) * z[2 * i + 1];
    }
    double sum = 0;
    for (int i = 0; 2 * i < z.length; i++) {
      sum += z[2 * i] * z[2 * i + 1];
    }
    return sum;
  }

  /** The index that is read passes the one that is written in the middle. */
  @Differentiable
  static double mirrored(double[] x0) {
    double[] x = x0.clone();
    int n = x.length;
    for (int i = 0; i < n; i++) {
      x[i] = 0.5 * x[n - 1 - i] * x[n - 1 - i] + 0.1;
    }
    return x[0] * x[4] + x[1] * x[2] * x[3];
  }

  @Differentiable
  static double shifted(double[] x0, int by) {
    double[] x = x0.clone();
    for (int i = 0; i < 4; i++) {
      x[i + by] = x[i] * x[i] * 0.7 + 0.2;
    }
    return x[3] * x[4] + x[0];
  }

  /** Both rows are one array. */
  @Differentiable
  static double oneRow(double[] x) {
    double[][] m = {x, x, new double[3]};
    for (int i = 1; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        m[i][j] = m[i - 1][j] * m[i - 1][j] + 0.4;
      }
    }
    return m[0][0] * m[1][1] * m[2][2];
  }

  /** A caller may give one row twice. */
  @Differentiable
  static double rowsOf(double[][] m) {
    for (int i = 1; i < m.length; i++) {
      for (int j = 0; j < m[i].length; j++) {
        m[i][j] = m[i - 1][j] * m[i - 1][j] + 0.4 * m[i][j];
      }
    }
    return m[0][0] * m[1][1] * m[2][0];
  }

  /** Each row is made when it is filled. */
  @Differentiable
  static double newRows(double x, int n) {
    double[][] m = new double[n + 1][];
    m[0] = new double[] {x, 2 * x};
    for (int i = 1; i <= n; i++) {
      m[i] = new double[i + 2];
      m[i][0] = m[i - 1][0] * m[i - 1][1];
      for (int j = 1; j < m[i].length; j++) {
        m[i][j] = m[i][j - 1] * m[i][j - 1] + m[i - 1][j - 1] * x;
      }
    }
    return m[n][1] * m[n][0];
  }

  /** What is overwritten was made in the same round, and has no other name yet. */
  @Differentiable
  static double renamed(double[] x, int rounds) {
    double[] h = x;
    double sum = 0;
    for (int r = 0; r < rounds; r++) {
      double[] next = new double[h.length];
      for (int i = 0; i < next.length; i++) {
        next[i] = h[i] * h[next.length - 1 - i] + 0.2;
      }
      h = next;
      next[0] = h[1] * h[1];
      sum += h[0] * next[2];
    }
    return sum;
  }

  @Differentiable
  static double namedRows(double[][] x) {
    int n = x.length;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      double[] row = a[i];
      for (int j = 0; j < n; j++) {
        row[j] = x[i][j];
      }
    }
    for (int k = 0; k + 1 < n; k++) {
      double[] upper = a[k];
      double[] lower = a[k + 1];
      for (int j = 0; j < n; j++) {
        lower[j] += upper[j] * upper[k];
      }
    }
    return a[2][0] * a[2][1] * a[2][2];
  }

  @Differentiable
  static double branches(double[] x0, int at) {
    double[] x = x0.clone();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j <= i; j++) {
        if (i == j) {
          x[i] = x[i] * x[i] + 0.1;
        } else if (!(j >= i || at > i)) {
          x[i] -= x[j] * x[j];
        } else {
          x[j] += 0.5 * x[at] * x[i];
        }
      }
    }
    return x[0] * x[1] + x[2] * x[3];
  }

  /** The opposite of what is tested would tell that nobody reads what is overwritten. */
  @Differentiable
  static double notAbove(double[] x0) {
    double[] x = x0.clone();
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < x.length; i++) {
        if (i <= k) {
          x[i] = 0.3 * x[k] * x[k] + x0[i];
        }
      }
    }
    return x[0] * x[1] + x[2];
  }

  @Differentiable
  static double notBelow(double[] x0) {
    double[] x = x0.clone();
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < x.length; i++) {
        if (k >= i) {
          x[i] = 0.3 * x[k] * x[k] + x0[i];
        }
      }
    }
    return x[0] * x[1] + x[2];
  }

  @Differentiable
  static double notLess(double[] x0) {
    double[] x = x0.clone();
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < x.length; i++) {
        if (!(k < i)) {
          x[i] = 0.3 * x[k] * x[k] + x0[i];
        }
      }
    }
    return x[0] * x[1] + x[2];
  }

  @Differentiable
  static double notMore(double[] x0) {
    double[] x = x0.clone();
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < x.length; i++) {
        if (!(i > k)) {
          x[i] = 0.3 * x[k] * x[k] + x0[i];
        }
      }
    }
    return x[0] * x[1] + x[2];
  }

  @Differentiable
  static double notNext(double[] x0) {
    double[] x = x0.clone();
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < x.length; i++) {
        if (i != k + 1) {
          x[i] = 0.3 * x[k] * x[k] + x0[i];
        }
      }
    }
    return x[0] * x[1] + x[2];
  }

  @Differentiable
  static double neverNext(double[] x0) {
    double[] x = x0.clone();
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < x.length; i++) {
        if (!(i == k + 1)) {
          x[i] = 0.3 * x[k] * x[k] + x0[i];
        }
      }
    }
    return x[0] * x[1] + x[2];
  }

  /** The last index is that of what is read. */
  @Differentiable
  static double upTo(double[] x0) {
    double[] x = x0.clone();
    for (int k = x.length - 1; k >= 0; k--) {
      for (int i = 0; i <= k; i++) {
        x[i] = 0.3 * x[k] * x[k] + x0[i];
      }
    }
    return x[0] * x[1] + x[2];
  }

  /** No branch tells that i is not at. */
  @Differentiable
  static double skipped(double[] x0, int at) {
    double[] x = x0.clone();
    for (int i = 0; i < x.length; i++) {
      if (i == at) {
        continue;
      }
      x[i] = x[at] * x[at] * x[i];
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = x[at] * x[at] * x[i];
    }
    return x[0] * x[1] + x[2] * x[3];
  }

  @Differentiable
  static double movingBound(double[] x0, int n) {
    double[] x = x0.clone();
    int end = n;
    for (int k = 0; k < 3; k++) {
      for (int i = k + 1; i < end; i++) {
        x[i] -= 0.5 * x[k] * x[k] * x[i];
      }
      for (int i = end; i < x.length; i++) {
        x[i] += x[end - 1] * x[end - 1];
      }
      end--;
    }
    return x[1] * x[2] + x[3] * x[4];
  }

  /** from + 3 may be more than an int holds. */
  @Differentiable
  static double overflowing(double[] x0, int from) {
    double[] x = x0.clone();
    double sum = 0;
    for (int i = from; i < from + 3; i++) {
      x[i - from] = 0.5 * x[(i - from + 1) % 3] * x[(i + 3) & 1];
      sum += x[0] * x[2];
    }
    return sum + x[1];
  }

  @Differentiable
  static double whileLoop(double[] x0) {
    double[] x = x0.clone();
    int k = 0;
    while (k < 3) {
      for (int i = k + 1; i < x.length; i++) {
        x[i] -= x[k] * x[k] * x[i];
      }
      k++;
    }
    int rounds = 0;
    while (rounds++ < 2) {
      for (int i = 1; i < x.length; i++) {
        x[i] *= x[i - 1];
      }
    }
    return x[3];
  }

  @Differentiable
  static double leaving(double[] x0, double limit) {
    double[] x = x0.clone();
    outer:
    for (int k = 0; k < 3; k++) {
      for (int i = x.length - 1; i > k; i--) {
        x[i] = x[k] * x[k] - x[i] * x[i];
        if (x[i] < limit) {
          continue outer;
        }
        if (x[i] > 10 * limit) {
          break;
        }
      }
    }
    return x[0] * x[1] + x[2] * x[3];
  }

  /** The indices themselves are overwritten. */
  @Differentiable
  static double places(double[] x) {
    int[] at = new int[4];
    double y = 1;
    for (int i = 1; i < 4; i++) {
      at[i] = at[i - 1] + 1;
      y = Math.sin(y * x[at[i]]) * x[at[i - 1]];
    }
    for (int i = 0; i < 3; i++) {
      at[i] = at[i + 1] - at[i];
      y *= x[at[i]] * x[at[i + 1]];
    }
    return y;
  }

  @Differentiable
  static double quotients(double[] x0, int at) {
    double[] x = x0.clone();
    for (int i = 1; i < x.length; i++) {
      x[i] = x0[i] * x0[0] / x[i - 1];
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = (x0[i] + 2) / x[at];
    }
    for (int i = 1; i < x.length; i++) {
      x[i] = x[i] / x[i - 1];
    }
    return x[0] * x[1] + x[2] * x[3];
  }

  @Differentiable
  static double curves(double[] x0) {
    double[] x = x0.clone();
    for (int i = 1; i < x.length; i++) {
      x[i] = Math.exp(x[i - 1] * 0.5);
    }
    for (int i = 0; i + 1 < x.length; i++) {
      x[i] = Math.tanh(x[i + 1]);
    }
    return x[0] * x[1] + x[2] * x[3];
  }

  @Differentiable
  static double again(double[] x0, int n) {
    double[] x = x0.clone();
    for (int s = 0; s < n; s++) {
      Gradients.checkpoint(2);
      for (int i = 1; i < 4; i++) {
        x[i] = Math.sin(x[i - 1] * x[i]) + 0.1 * x[i - 1];
      }
      x[0] = x[3] * x[2];
    }
    return x[0] + x[1];
  }

  /** The pullback goes back twice. */
  @Differentiable
  static double[] steps(double[] x) {
    double[] y = new double[x.length];
    y[0] = x[0] * x[0];
    for (int i = 1; i < x.length; i++) {
      y[i] = y[i - 1] * y[i - 1] + x[i] * x[i];
    }
    for (int i = 0; i + 1 < x.length; i++) {
      y[i] *= y[i + 1];
    }
    return y;
  }

  private Input() {}
}
