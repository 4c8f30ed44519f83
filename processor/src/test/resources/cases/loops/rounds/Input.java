package cases.loops.rounds;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Rounds that share only sums are not recorded, and what looks like them but is not.
// run: spaces(new double[] {0.5, -1.5}, new double[][] {{1, 2}, {3, -1}, {0.5, 0.25}})
// run: spaces(new double[] {0.5, -1.5}, new double[0][])
// run: skips(new double[] {0.5, -1.5, 2.5, 0.1}, 0.7)
// run: moved(new double[] {0.5, -1.5, 2.5}, 3)
// run: guarded(new double[] {0.5, -1.5, 2.5})
// run: guarded(new double[] {-0.5, 1.5})
// run: running(new double[] {0.5, -1.5, 2.5})
// run: partly(new double[] {0.5, -1.5, 2.5})
// run: shared(new double[] {0.5, -1.5, 2.5})
// run: readLater(new double[] {0.5, -1.5, 2.5})
// run: twoNames(new double[] {0.5, -1.5, 2.5})
// run: startNeeded(new double[] {0.5, -1.5, 2.5})
// run: rowsMade(new double[][] {{0.5, -1.5}, {2.5, 0.1}})
// run: nonlinear(new double[] {0.5, -1.5, 2.5}, new double[][] {{1, 2, 3}, {3, -1, 1}})
// run: constants(new double[] {0.5, -1.5, 2.5}, new double[] {1, 2, 3})
// run: throwing(new double[] {0.5, 1.5, 2.5})
// run: throwing(new double[] {0.5, -1.5, -2.5})
// run: written(new double[] {0.5, -1.5, 2.5})
// run: noRound(new double[] {0.5, -1.5, 2.5}, 0)
// run: noRound(new double[] {0.5, -1.5, 2.5}, 2)
// run: leavesInside(new double[] {0.5, 2.0, -1.5}, new double[][] {{1, 2}, {3, -1}, {0.1, 0.2}})
// run: leavesInside(new double[] {0.5, 2.0, -1.5}, new double[][] {{3, -1}, {1, 2}})
// run: countsInside(new double[] {0.5, 2.0, -1.5}, new double[] {3, 1, 2})
final class Input {

  // What one round reaches, the next need not.
  @Differentiable
  static double leavesInside(double[] w, @NonDifferentiable double[][] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double t = 1;
      for (int j = 0; j < 2; j++) {
        t = t * w[j];
        if (x[i][j] > 1.5) {
          t = Math.sin(t);
          if (x[i][j] > 2.5) {
            continue;
          }
        }
        t = t * t * w[2];
      }
      sum += t;
    }
    return sum;
  }

  // Counts start anew in each round.
  @Differentiable
  static double countsInside(double[] w, @NonDifferentiable double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double t = w[0];
      for (int j = 0; j < 2; j++) {
        for (double p = 0.5; p < x[i]; p += 1) {
          t = t * t * w[1] + w[2];
        }
      }
      sum += t;
    }
    return sum;
  }
  /** Working spaces that each round fills, one of them in a helper that changes it. */
  @Differentiable
  static double spaces(double[] w, @NonDifferentiable double[][] x) {
    double[] hidden = new double[w.length];
    double[] out = new double[w.length];
    double loss = 0;
    int n = x.length;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < w.length; j++) {
        hidden[j] = Math.tanh(w[j] * x[i][j]);
        hidden[j] *= w[0];
      }
      {
        for (int j = 0; j < out.length; j++) {
          out[j] = hidden[j] * hidden[0] + Math.sin(hidden[j]);
        }
        sharpen(out);
      }
      loss += out[0] * out[1];
      loss = loss - (hidden[1] - w[1]) * x[i][0];
    }
    return loss / 2;
  }

  private static void sharpen(double[] a) {
    for (int i = 0; i < a.length; i++) {
      a[i] = a[i] * a[i] * a[i];
    }
  }

  /** Rounds that end early, and sums that only some rounds add to. */
  @Differentiable
  static double skips(double[] x, double limit) {
    double sum = 0;
    double other = limit;
    for (int i = x.length - 1; i >= 0; i--) {
      double t = x[i] * x[i];
      if (t > 4) {
        continue;
      }
      double e = Math.exp(t * limit);
      if (e > 1.2) {
        other -= e * e;
        if (e > 3) {
          continue;
        }
      }
      sum = x[i] * e + (sum + e * limit);
    }
    return sum - 2 * other;
  }

  /** What the rounds read changes behind the loop: it is put back. */
  @Differentiable
  static double moved(double[] x, int n) {
    double scale = x[0];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double s = Math.sin(x[i] * scale);
      sum += s * s * x[i];
    }
    scale = x[1] * scale;
    x[2] = x[2] * x[2] * scale;
    n = 1;
    return sum * 3 + x[2] * n;
  }

  /** The loop is reached on some ways only. */
  @Differentiable
  static double guarded(double[] x) {
    if (x[0] < 0) {
      return x[1] * x[1];
    }
    double sum = 0;
    for (double e : x) {
      double t = Math.exp(e) * e;
      sum += t * t;
    }
    return -sum;
  }

  /** Not independent: a round reads the sum so far. */
  @Differentiable
  static double running(double[] x) {
    double sum = 1;
    double seen = 0;
    for (int i = 0; i < x.length; i++) {
      double t = Math.sin(x[i]) * sum;
      seen += t * t;
      sum += x[i];
    }
    return seen;
  }

  /** Not independent: a round reads what the round before has left. */
  @Differentiable
  static double partly(double[] x) {
    double[] space = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        if (j != 1) {
          space[j] = x[j] * x[i];
        }
      }
      sum += space[0] * space[1] * Math.sin(space[2]);
      for (int j = 1; j < x.length; j++) {
        space[j] = x[j] * x[j];
      }
    }
    return sum;
  }

  /** Not independent: the space is read before it is filled. */
  @Differentiable
  static double shared(double[] x) {
    double[] space = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.sin(space[0] * x[i]);
      for (int j = 0; j < x.length; j++) {
        space[j] = x[j] * x[i] * x[i];
      }
    }
    return sum;
  }

  /** Not independent: the last round's contents are read behind the loop. */
  @Differentiable
  static double readLater(double[] x) {
    double[] space = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        space[j] = Math.sin(x[j] * x[i]);
      }
      sum += space[0] * space[1];
    }
    return sum * space[2];
  }

  /** Not independent: another name leads to the space. */
  @Differentiable
  static double twoNames(double[] x) {
    double[] space = new double[x.length];
    double[] alias = space;
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double before = alias[1];
      for (int j = 0; j < x.length; j++) {
        space[j] = Math.sin(x[j] * x[i]);
      }
      sum += space[0] * before;
    }
    return sum;
  }

  /** A statement before the loop needs what the sum was at its start. */
  @Differentiable
  static double startNeeded(double[] x) {
    double sum = x[0] * x[1];
    double square = sum * sum;
    for (int i = 0; i < x.length; i++) {
      double e = Math.exp(x[i]);
      sum += e * e * x[i];
    }
    return square + sum;
  }

  /** Each round makes an array, whose adjoint is found by identity. */
  @Differentiable
  static double rowsMade(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double[] row = a[i];
      if (row[0] > 1) {
        row = new double[] {row[0] * row[1], row[1] * row[1]};
      }
      sum += row[0] * row[1] * row[1];
    }
    return sum;
  }

  /** The sum itself is needed: the loop runs in both passes, since it keeps tapes of calls. */
  @Differentiable
  static double nonlinear(double[] w, @NonDifferentiable double[][] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double d = dot(w, x[i]) - 1;
      sum += d * d;
    }
    return Math.sqrt(sum);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * a[i] * b[i];
    }
    return sum;
  }

  /** What is added may fail, and no adjoint would: the forward pass runs the loop. */
  @Differentiable
  static double constants(double[] x, @NonDifferentiable double[] c) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      sum += s * s + c[i];
    }
    return sum;
  }

  /** The first round that fails is the one that is reported. */
  @Differentiable
  static double throwing(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      if (x[i] < 0) {
        throw new IllegalArgumentException("x[" + i + "]");
      }
      double s = Math.sin(x[i]);
      sum += s * s;
    }
    return sum;
  }

  /** Not independent: the rounds write an array that is read behind the loop. */
  @Differentiable
  static double written(double[] x) {
    double[] squares = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double s = Math.sin(x[i]);
      squares[i] = s * s;
      sum += s * s * s;
    }
    return sum * squares[0];
  }

  /** The inner loop that fills the space may run no round. */
  @Differentiable
  static double noRound(double[] x, int k) {
    double[] space = new double[x.length];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      for (int c = 0; c < k; c++) {
        for (int j = 0; j < x.length; j++) {
          space[j] = Math.cos(x[j] * x[i]) * c;
        }
        sum += space[0] * space[2];
      }
      sum -= x[i] * x[i] * x[i];
    }
    return sum;
  }

  private Input() {}
}
