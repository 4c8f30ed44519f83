package cases.calls.distinct_arguments;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;

// Helpers whose callers pass different arrays need not expect that one is written through another
// name; where one caller may pass an array twice, they must.
// run: iterated(new double[][] {{1, 2}, {0.5, -1}}, new double[] {0.5, 1.5}, 3)
// run: iterated(new double[][] {{1, 2}, {0.5, -1}}, new double[] {0.5, 1.5}, 0)
// run: iterated(new double[0][], new double[] {}, 2)
// run: exchanged(new double[] {0.5, -1.5, 2}, 3)
// run: exchanged(new double[] {0.5, -1.5, 2}, 0)
// run: joined(new double[] {0.5, -1.5, 2}, 4)
// run: joined(new double[] {0.5, 1.5, 2}, 4)
// run: updated(new double[] {0.5, -1.5, 2}, 4)
// run: left(new double[] {0.5, -1.5, 2}, 3)
// run: left(new double[] {0.5, -1.5, 2}, 2)
// run: twice(new double[] {0.5, -1.5, 2})
// run: given(new double[] {0.5, -1.5, 2}, new double[] {1, 2, 3})
// run: same(new double[] {0.5, -1.5, 2})
// run: rows(new double[][] {{0.5, -1.5, 2}, {1, 2, 3}}, true)
// run: rows(new double[][] {{0.5, -1.5, 2}, {1, 2, 3}}, false)
// run: chosen(new double[] {0.5, -1.5, 2}, true)
// run: chosen(new double[] {0.5, -1.5, 2}, false)
// run: inRecord(new double[] {0.5, -1.5, 2}, true)
// run: inRecord(new double[] {0.5, -1.5, 2}, false)
// run: within(new double[] {0.5, -1.5, 2}, true)
// run: within(new double[] {0.5, -1.5, 2}, false)
// run: returned(new double[] {0.5, -1.5, 2}, true)
// run: returned(new double[] {0.5, -1.5, 2}, false)
// run: recursive(new double[] {0.5, -1.5, 2}, 3)
// run: recursive(new double[] {0.5, -1.5, 2}, 0)
// run: turned(new double[] {0.5, -1.5, 2}, 2)
// run: turned(new double[] {0.5, -1.5, 2}, 0)
// run: weighed(new double[] {0.5, -1.5, 2}, new double[] {1, 2, 3})
// run: ofObject(new double[] {0.5, -1.5, 2}, new Input.Box())
final class Input {

  private static void multiply(double[][] a, double[] x, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = 0;
      for (int j = 0; j < x.length; j++) {
        out[i] += a[i][j] * x[j];
      }
    }
  }

  /** A new array for the result: only what it held before is kept, once for each row. */
  @Differentiable(generate = {Output.GRADIENT, Output.JVP, Output.HVP})
  static double iterated(double[][] a, double[] start, int n) {
    double[] x = start.clone();
    double[] out = new double[a.length];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      multiply(a, x, out);
      for (int i = 0; i < out.length; i++) {
        x[i] = Math.tanh(out[i]);
        sum += out[i] * x[i];
      }
    }
    return sum;
  }

  private static void stepExchanged(double[] from, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(from[i - 1]);
      to[i] += from[i] * from[i] / 2;
    }
  }

  /** Two arrays that are exchanged, never one. */
  @Differentiable
  static double exchanged(double[] x, int n) {
    double[] now = x.clone();
    double[] next = x.clone();
    for (int k = 0; k < n; k++) {
      stepExchanged(now, next);
      double[] old = now;
      now = next;
      next = old;
    }
    return now[2] + next[1] * now[1];
  }

  private static void stepJoined(double[] from, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(from[i - 1]);
      to[i] += from[i] * from[i] / 2;
    }
  }

  /** In one of two branches the variables come to hold one array. */
  @Differentiable
  static double joined(double[] x, int n) {
    double[] now = x.clone();
    double[] next = x.clone();
    for (int k = 0; k < n; k++) {
      stepJoined(now, next);
      double[] old = now;
      now = next;
      if (now[2] < 0.5) {
        next = old;
      }
    }
    return now[2] + next[1] * now[1];
  }

  private static void stepUpdated(double[] from, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(from[i - 1]);
      to[i] += from[i] * from[i] / 2;
    }
  }

  /** The update of a loop makes the variables one; continue leads there. */
  @Differentiable
  static double updated(double[] x, int n) {
    double[] now = x.clone();
    double[] next = x.clone();
    int k = 0;
    for (; k < n; now = next) {
      k++;
      if (k == 1) {
        continue;
      }
      stepUpdated(now, next);
      next = x.clone();
    }
    return now[2] + next[1] * now[1];
  }

  private static void stepLeft(double[] from, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(from[i - 1]);
      to[i] += from[i] * from[i] / 2;
    }
  }

  /** A jump leaves the loop where the variables are one. */
  @Differentiable
  static double left(double[] x, int n) {
    double[] now = x.clone();
    double[] next = x.clone();
    for (int k = 0; k < n; k++) {
      double[] kept = next;
      next = now;
      if (x[k] > 1) {
        break;
      }
      next = kept;
    }
    stepLeft(now, next);
    stepLeft(now, next);
    return now[2] + next[1] * now[1];
  }

  private static void stepTwice(double[] from, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(from[i - 1]);
      to[i] += from[i] * from[i] / 2;
    }
  }

  /** The same array twice, in one of the calls. */
  @Differentiable
  static double twice(double[] x) {
    double[] now = x.clone();
    double[] next = x.clone();
    stepTwice(now, next);
    stepTwice(next, next);
    return now[2] + next[1] * next[2];
  }

  private static void stepGiven(double[] from, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(from[i - 1]);
      to[i] += from[i] * from[i] / 2;
    }
  }

  private static void stepPassed(double[] from, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(from[i - 1]);
      to[i] += from[i] * from[i] / 2;
    }
  }

  private static void pass(double[] a, double[] b) {
    stepPassed(a, b);
    stepPassed(a, b);
  }

  /** A parameter and its copy; and what a caller may pass twice. */
  @Differentiable
  static double given(double[] x, double[] y) {
    stepGiven(x, y);
    stepGiven(x, y);
    pass(x, y.clone());
    pass(x, x);
    return x[2] + x[1] * y[2];
  }

  /** One array for both parameters of an annotated method. */
  @Differentiable
  static double same(double[] x) {
    double[] z = x.clone();
    return given(z, z) + x[0];
  }

  private static void stepRows(double[][] a, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(a[0][i - 1]);
      to[i] += a[0][i] * a[0][i] / 2;
    }
  }

  /** A row of a matrix, and the matrix. */
  @Differentiable
  static double rows(double[][] a, boolean own) {
    double[][] b = {a[0].clone(), a[1].clone()};
    double[] to = own ? b[0] : a[1].clone();
    stepRows(b, to);
    stepRows(b, to);
    return to[2] + to[1] * b[0][2];
  }

  private static void stepChosen(double[] from, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(from[i - 1]);
      to[i] += from[i] * from[i] / 2;
    }
  }

  /** One of two arrays, chosen in the call. */
  @Differentiable
  static double chosen(double[] x, boolean other) {
    double[] now = x.clone();
    double[] next = x.clone();
    stepChosen(other ? next : now, next);
    stepChosen(other ? next : now, next);
    return now[2] + next[1] * next[2];
  }

  record State(double[] at, double[] speed) {}

  private static void stepRecord(State s, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(s.at()[i - 1]) + s.speed()[i];
      to[i] += s.at()[i] * s.at()[i] / 2;
    }
  }

  /** An array in a record, and the array. */
  @Differentiable
  static double inRecord(double[] x, boolean own) {
    State s = new State(x.clone(), x.clone());
    double[] to = own ? s.at() : x.clone();
    stepRecord(s, to);
    stepRecord(s, to);
    return to[2] + to[1] * s.at()[2];
  }

  private static void stepWithin(State s) {
    for (int i = 1; i < s.at().length; i++) {
      s.speed()[i] = Math.sin(s.at()[i - 1]);
      s.speed()[i] += s.at()[i] * s.at()[i] / 2;
    }
  }

  /** Both arrays of a record may be one. */
  @Differentiable
  static double within(double[] x, boolean one) {
    double[] at = x.clone();
    State s = new State(at, one ? at : x.clone());
    stepWithin(s);
    stepWithin(s);
    return s.speed()[2] + s.speed()[1] * s.at()[2];
  }

  private static void stepReturned(double[] from, double[] to) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(from[i - 1]);
      to[i] += from[i] * from[i] / 2;
    }
  }

  private static double[] some(double[] a, boolean same) {
    if (same) {
      return a;
    }
    double[] copy = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      copy[i] = a[i];
    }
    return copy;
  }

  /** What a method returns is what it was given. */
  @Differentiable
  static double returned(double[] x, boolean same) {
    double[] now = x.clone();
    double[] next = some(now, same);
    stepReturned(now, next);
    stepReturned(now, next);
    return now[2] + next[1] * next[2];
  }

  private static double descend(double[] from, double[] to, int n) {
    for (int i = 1; i < to.length; i++) {
      to[i] = Math.sin(from[i - 1]);
      to[i] += from[i] * from[i] / 2;
    }
    if (n == 0) {
      return to[1] * to[2];
    }
    return n == 1 ? descend(to, to, 0) + to[2] : descend(to, from, n - 1) + from[2];
  }

  /** Recursion exchanges the arrays, and passes one for both in the end. */
  @Differentiable
  static double recursive(double[] x, int n) {
    return descend(x.clone(), x.clone(), n);
  }

  private static double turn(
      double s, double[] a, double[] b, double[] c, int n, double from, double to) {
    for (int i = 1; i < a.length; i++) {
      a[i] = Math.sin(b[i - 1]);
      a[i] += b[i] * b[i] / 2;
    }
    if (n == 0) {
      return a[1] * a[2] + c[1] * s + from * to;
    }
    return n % 2 == 1
        ? turn(to, b, c, a, n - 1, s, from)
        : turn(from * s, a, c, c, n - 1, to, s);
  }

  /** The second call makes one array of what the first one turns to the front. */
  @Differentiable
  static double turned(double[] x, int n) {
    return turn(x[0], x.clone(), x.clone(), x.clone(), n, x[1], 0.5);
  }

  private static void weigh(double[] w, double[] v, double[] x, double[] out) {
    for (int i = 0; i < x.length; i++) {
      out[i] = w[i] * x[i] * x[i];
      out[i] *= v[i] + x[i];
    }
  }

  @Differentiable
  static double weighed(double[] x, @NonDifferentiable double[] w) {
    double[] out = new double[x.length];
    weigh(w, w, x, out);
    double sum = out[0] * out[1];
    weigh(w, out.clone(), x, out);
    return sum + out[0] * out[2];
  }

  static final class Box {
    final double[] weights = {1, 2, 3};

    double[] weights() {
      return weights;
    }
  }

  private static void blend(double[] w, double[] v, double[] x, double[] out) {
    for (int i = 0; i < x.length; i++) {
      out[i] = w[i] * x[i] * v[i];
      out[i] += x[i] * x[i];
    }
  }

  /** An array of an object, asked for twice. */
  @Differentiable
  static double ofObject(double[] x, Box box) {
    double[] out = new double[x.length];
    blend(box.weights, box.weights(), x, out);
    blend(box.weights(), out.clone(), out.clone(), out);
    return out[0] * out[2];
  }
}
