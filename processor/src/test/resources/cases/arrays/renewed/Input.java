package cases.arrays.renewed;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;
import java.util.Arrays;

// Variables whose array is replaced by a new one, and what else may lead to the one before.
// run: next(new double[] {0.3, -0.5, 0.9}, 3)
// run: next(new double[] {0.3, -0.5, 0.9}, 0)
// run: nextReadBehind(new double[] {0.3, -0.5, 0.9}, 3)
// run: nextWrittenBehind(new double[] {0.3, -0.5, 0.9}, 3)
// run: nextAndThenAnother(new double[] {0.3, -0.5, 0.9}, 3)
// run: byHelper(new double[] {0.3, -0.5, 0.9}, 3)
// run: twiceByHelper(new double[] {0.3, -0.5, 0.9}, 3)
// run: straight(new double[] {0.3, -0.5, 0.9})
// run: oldReadBehind(new double[] {0.3, -0.5, 0.9}, 3)
// run: oldReadTwoBehind(new double[] {0.3, -0.5, 0.9}, 3)
// run: oldOutside(new double[] {0.3, -0.5, 0.9}, 3)
// run: otherNameAtEnd(new double[] {0.3, -0.5, 0.9}, 3)
// run: sometimes(new double[] {0.3, -0.5, 0.9}, 4)
// run: sometimesOld(new double[] {0.3, -0.5, 0.9}, 4)
// run: brokenBefore(new double[] {0.3, -0.5, 0.9}, 4)
// run: brokenBehind(new double[] {0.3, -0.5, 0.9}, 4)
// run: brokenBetween(new double[] {0.3, -0.5, 0.9}, 4)
// run: returnedBetween(new double[] {0.3, -0.5, 0.9}, 4)
// run: returnedBefore(new double[] {0.3, -0.5, 0.9}, 0)
// run: returnedBefore(new double[] {0.3, -0.5, 0.9}, 2)
// run: stepLeftBefore(new double[] {0.3, -0.5, 0.9}, 4)
// run: continued(new double[] {0.3, -0.5, 0.9}, 4)
// run: whileLoop(new double[] {0.3, -0.5, 0.9})
// run: doWhile(new double[] {0.3, -0.5, 0.9})
// run: madeInLoop(new double[] {0.3, -0.5, 0.9}, 2)
// run: samples(new double[] {0.3, -0.5, 0.9}, new double[][] {{0.1, 0.2}, {0.3, -0.4}})
// run: exchanged(new double[] {0.3, -0.5, 0.9}, 3)
// run: kept(new double[] {0.3, -0.5, 0.9}, 3)
// run: startHasName(new double[] {0.3, -0.5, 0.9}, 3)
// run: startIsArgument(new double[] {0.3, -0.5, 0.9}, 3)
// run: mayBeTheSame(new double[] {0.3, -0.5, 0.9}, 3)
// run: longer(new double[] {0.3, -0.5, 0.9}, 3)
// run: cloned(new double[] {0.3, -0.5, 0.9}, 3)
// run: literals(0.7, 3)
// run: floats(new float[] {1.5F, 0.5F, 2F}, 1)
// run: switched(new double[] {0.3, -0.5, 0.9}, 4)
// run: twoOfThem(new double[] {0.3, -0.5, 0.9}, 3)
// run: inUpdate(new double[] {0.3, -0.5, 0.9})
// run: checkpointed(new double[] {0.3, -0.5, 0.9}, 5)
// run: inStep(new double[] {0.3, -0.5, 0.9}, 3)
// run: result(new double[] {0.3, -0.5, 0.9}, 3)
// run: resultOfTwo(new double[] {0.3, -0.5, 0.9}, 3)
// run: resultReadBehind(new double[] {0.3, -0.5, 0.9}, 3)
final class Input {

  @Differentiable
  static double next(double[] x, int n) {
    double[] v = x.clone();
    for (int t = 0; t < n; t++) {
      double[] next = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        next[i] = Math.sin(v[i] * x[i] + v[0]);
      }
      v = next;
    }
    return v[0] * v[1] + v[2];
  }

  @Differentiable
  static double nextReadBehind(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] next = new double[2];
      next[0] = v[0] * x[t];
      next[1] = Math.cos(v[1]);
      v = next;
      y += next[0] * v[1] * next[1];
    }
    return y + v[0];
  }

  @Differentiable
  static double nextWrittenBehind(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] next = new double[2];
      next[0] = v[0] * x[t];
      v = next;
      y += v[0] * next[0];
      next[0] = y * v[0];
      v[1] = next[0] * next[0];
    }
    return y + v[0] * v[1];
  }

  @Differentiable
  static double nextAndThenAnother(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] next = new double[3];
      next[0] = v[0] * x[t];
      next[2] = Math.cos(v[1]);
      v = next;
      y += v[0] * v[2];
      v = turned(v, x);
      y += v[1] * next[0];
    }
    return y + v[0];
  }

  @Differentiable
  static double byHelper(double[] x, int n) {
    double[] v = x.clone();
    for (int t = 0; t < n; t++) {
      v = turned(v, x);
    }
    return v[0] * v[1];
  }

  private static double[] turned(double[] v, double[] x) {
    double[] out = new double[v.length];
    for (int i = 0; i < v.length; i++) {
      out[i] = v[v.length - 1 - i] * Math.sin(x[i]) + v[i] * v[i];
    }
    return out;
  }

  @Differentiable
  static double twiceByHelper(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      v = turned(v, x);
      y += v[0] * v[2];
      v = turned(v, v);
    }
    return y + v[0] * v[1];
  }

  @Differentiable
  static double straight(double[] x) {
    double[] h = turned(x, x);
    h = turned(h, x);
    double[] old = h;
    h = turned(h, h);
    return h[0] * old[1] + h[2];
  }

  @Differentiable
  static double oldReadBehind(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] old = v;
      v = turned(v, x);
      y += old[0] * v[1] + Math.sin(old[2]);
    }
    return y + v[0];
  }

  @Differentiable
  static double oldReadTwoBehind(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] old = v;
      v = turned(v, x);
      double[] middle = v;
      v = turned(v, old);
      y += old[0] * v[1] + middle[2] * old[1];
    }
    return y + v[0];
  }

  @Differentiable
  static double oldOutside(double[] x, int n) {
    double[] v = x.clone();
    double[] old = v;
    for (int t = 0; t < n; t++) {
      v = turned(v, old);
    }
    return old[0] * v[1] + v[0];
  }

  @Differentiable
  static double otherNameAtEnd(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] next = new double[3];
      for (int i = 0; i < 3; i++) {
        next[i] = v[i] * x[t] + v[0];
      }
      v = next;
      double[] now = v;
      y += now[0] * next[1];
      v[2] = y * now[2];
    }
    return y + v[2];
  }

  @Differentiable
  static double sometimes(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      if (t % 2 == 0) {
        double[] next = new double[3];
        for (int i = 0; i < 3; i++) {
          next[i] = v[i] * x[0] + v[0];
        }
        y += next[1];
        v = next;
      }
      y += v[0] * v[2];
    }
    return y;
  }

  @Differentiable
  static double sometimesOld(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] old = v;
      if (t % 2 == 0) {
        v = turned(v, x);
      }
      y += v[0] * old[2];
    }
    return y;
  }

  @Differentiable
  static double brokenBefore(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      y += v[1];
      if (t == 2) {
        break;
      }
      double[] next = new double[3];
      for (int i = 0; i < 3; i++) {
        next[i] = v[i] * x[0] + v[0];
      }
      y += next[0] * v[0];
      v = next;
    }
    return y + v[0];
  }

  @Differentiable
  static double brokenBehind(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] next = new double[3];
      for (int i = 0; i < 3; i++) {
        next[i] = v[i] * x[0] + v[0];
      }
      y += next[0] * v[0];
      v = next;
      if (v[0] > 0.35) {
        break;
      }
      y += next[1];
    }
    return y + v[0];
  }

  @Differentiable
  static double brokenBetween(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] next = new double[3];
      for (int i = 0; i < 3; i++) {
        next[i] = v[i] * x[0] + v[0];
      }
      y += next[0] * v[0];
      if (t == 2) {
        break;
      }
      v = next;
    }
    return y + v[0];
  }

  @Differentiable
  static double returnedBetween(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] next = new double[3];
      for (int i = 0; i < 3; i++) {
        next[i] = v[i] * x[0] + v[0];
      }
      y += next[0] * v[0];
      if (t == 2) {
        return y * next[1];
      }
      v = next;
    }
    return y + v[0];
  }

  @Differentiable
  static double returnedBefore(double[] x, int n) {
    if (n == 0) {
      return x[0] * x[1];
    }
    double[] v = x.clone();
    for (int t = 0; t < n; t++) {
      v = turned(v, x);
    }
    return v[0];
  }

  @Differentiable
  static double stepLeftBefore(double[] x, int n) {
    double y = 0.1;
    for (int t = 0; t < n; t++) {
      Gradients.checkpoint();
      if (t % 2 == 0) {
        y = y * x[0] + 1;
        continue;
      }
      double[] v = x.clone();
      v[0] = y;
      v = turned(v, x);
      y = v[0] * v[1] + v[2];
    }
    return y;
  }

  @Differentiable
  static double continued(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      if (t == 1) {
        y += v[0] * v[1];
        continue;
      }
      double[] old = v;
      v = turned(v, x);
      if (t == 2) {
        continue;
      }
      y += v[0] * old[2];
    }
    return y + v[1];
  }

  @Differentiable
  static double whileLoop(double[] x) {
    double[] v = x.clone();
    double y = 0;
    while (v[0] < 2 && y < 5) {
      double[] next = new double[3];
      for (int i = 0; i < 3; i++) {
        next[i] = v[i] * 1.5 + v[0] * x[i];
      }
      v = next;
      y += v[2];
    }
    return y + v[1];
  }

  @Differentiable
  static double doWhile(double[] x) {
    double[] v = x.clone();
    do {
      v = turned(v, x);
      v[0] = v[0] + 1;
    } while (v[0] < 1.5);
    return v[0] * v[1];
  }

  @Differentiable
  static double madeInLoop(double[] x, int n) {
    double y = 1;
    for (int k = 0; k < n; k++) {
      double[] v = x.clone();
      v[0] = y;
      for (int t = 0; t < 3; t++) {
        double[] next = new double[3];
        for (int i = 0; i < 3; i++) {
          next[i] = v[i] * x[t] + v[0];
        }
        v = next;
      }
      y = v[0] * v[1];
    }
    return y;
  }

  @Differentiable
  static double samples(double[] w, double[][] xs) {
    double loss = 0;
    for (int k = 0; k < xs.length; k++) {
      double[] h = new double[2];
      for (int t = 0; t < xs[k].length; t++) {
        double[] next = new double[2];
        for (int i = 0; i < 2; i++) {
          next[i] = Math.tanh(w[i] * h[1 - i] + w[2] * xs[k][t]);
        }
        h = next;
      }
      loss += h[0] * h[1];
    }
    return loss;
  }

  @Differentiable
  static double exchanged(double[] x, int n) {
    double[] a = x.clone();
    double[] b = new double[3];
    for (int t = 0; t < n; t++) {
      for (int i = 0; i < 3; i++) {
        b[i] = a[i] * x[t] + a[0];
      }
      double[] other = a;
      a = b;
      b = other;
    }
    return a[0] * b[1];
  }

  @Differentiable
  static double kept(double[] x, int n) {
    double[][] all = new double[n + 1][];
    double[] v = x.clone();
    all[0] = v;
    for (int t = 0; t < n; t++) {
      v = turned(v, x);
      all[t + 1] = v;
    }
    return all[1][0] * all[n][1] + v[2];
  }

  @Differentiable
  static double startHasName(double[] x, int n) {
    double[] start = x.clone();
    double[] v = start;
    for (int t = 0; t < n; t++) {
      v = turned(v, start);
    }
    return v[0] * start[1];
  }

  @Differentiable
  static double startIsArgument(double[] x, int n) {
    double[] v = x;
    for (int t = 0; t < n; t++) {
      v = turned(v, x);
    }
    return v[0] * x[1];
  }

  private static double[] sameOrTurned(double[] v, double[] x) {
    return v[0] > 0.2 ? v : turned(v, x);
  }

  @Differentiable
  static double mayBeTheSame(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      double[] old = v;
      v = sameOrTurned(v, x);
      y += old[0] * v[1];
    }
    return y + v[0];
  }

  @Differentiable
  static double longer(double[] x, int n) {
    double[] v = x.clone();
    for (int t = 0; t < n; t++) {
      double[] next = Arrays.copyOf(v, v.length + 1);
      next[v.length] = v[0] * v[v.length - 1];
      v = next;
    }
    double y = 0;
    for (double e : v) {
      y += e * e;
    }
    return y;
  }

  @Differentiable
  static double cloned(double[] x, int n) {
    double[] v = x.clone();
    for (int t = 0; t < n; t++) {
      v = v.clone();
      v[0] = v[1] * v[2] + v[0];
    }
    return v[0];
  }

  @Differentiable
  static double literals(double x, int n) {
    double[] v = {x, 1};
    for (int t = 0; t < n; t++) {
      v = new double[] {v[0] * x + v[1], Math.sin(v[0])};
    }
    return v[0] * v[1];
  }

  @Differentiable
  static float floats(float[] x, int n) {
    float[] v = x.clone();
    for (int t = 0; t < n; t++) {
      float[] next = new float[3];
      for (int i = 0; i < 3; i++) {
        next[i] = v[i] * x[t] + v[0];
      }
      v = next;
    }
    return v[0] + v[1];
  }

  @Differentiable
  static double switched(double[] x, int n) {
    double[] v = x.clone();
    double y = 0;
    for (int t = 0; t < n; t++) {
      switch (t % 3) {
        case 0 -> v = turned(v, x);
        case 1 -> {
          double[] next = new double[3];
          next[1] = v[0] * v[2];
          next[2] = v[1];
          v = next;
        }
        default -> y += v[1];
      }
      y += v[0] * v[2];
    }
    return y + v[1];
  }

  @Differentiable
  static double twoOfThem(double[] x, int n) {
    double[] p = x.clone();
    double[] q = new double[3];
    for (int t = 0; t < n; t++) {
      double[] nextP = new double[3];
      double[] nextQ = new double[3];
      for (int i = 0; i < 3; i++) {
        nextP[i] = p[i] + 0.1 * q[i];
        nextQ[i] = q[i] - 0.1 * Math.sin(p[i]) * x[i];
      }
      q = nextQ;
      p = nextP;
    }
    return p[0] * q[1] + q[2];
  }

  @Differentiable
  static double inUpdate(double[] x) {
    double y = 0;
    for (double[] v = x.clone(); v[0] < 4; v = turned(v, v)) {
      v[0] += 1;
      y += v[1] * v[0];
    }
    return y;
  }

  @Differentiable
  static double checkpointed(double[] x, int n) {
    double[] v = x.clone();
    for (int t = 0; t < n; t++) {
      Gradients.checkpoint();
      double[] next = new double[3];
      for (int i = 0; i < 3; i++) {
        next[i] = Math.sin(v[i] * x[i] + v[0]);
      }
      v = next;
    }
    return v[0] * v[1];
  }

  @Differentiable
  static double inStep(double[] x, int n) {
    double y = 0.1;
    for (int t = 0; t < n; t++) {
      Gradients.checkpoint();
      double[] v = x.clone();
      v[0] = y;
      for (int k = 0; k < 2; k++) {
        double[] old = v;
        v = turned(v, x);
        v[2] = old[1] * v[0];
      }
      y = v[0] * v[1] + v[2];
    }
    return y;
  }

  @Differentiable
  static double result(double[] x, int n) {
    double[] v = run(x, n);
    return v[0] * v[1] + v[2];
  }

  private static double[] run(double[] x, int n) {
    double[] v = x.clone();
    for (int t = 0; t < n; t++) {
      double[] next = new double[3];
      for (int i = 0; i < 3; i++) {
        next[i] = Math.sin(v[i] * x[i] + v[0]);
      }
      v = next;
    }
    return v;
  }

  @Differentiable
  static double resultOfTwo(double[] x, int n) {
    double[] v = runOrStart(x, n);
    double[] w = runOrStart(x, 0);
    return v[0] * v[1] + v[2] * w[0];
  }

  private static double[] runOrStart(double[] x, int n) {
    double[] v = x.clone();
    if (n == 0) {
      return v;
    }
    for (int t = 0; t < n; t++) {
      v = turned(v, x);
      if (v[0] > 1) {
        return v;
      }
    }
    v[0] = v[1] * v[1];
    return v;
  }

  @Differentiable
  static double resultReadBehind(double[] x, int n) {
    double[] v = turned(x, x);
    double[] w = run(v, n);
    v = run(w, n);
    return v[0] * w[1] + v[2];
  }
}
