package cases.calls.formulas;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// Methods that are a short formula are put in the place of their calls in loops.
// run: gates(new double[] {0.5, -1.5, 2}, 0.7)
// run: gates(new double[] {}, 0.7)
// run: settle(1.3, 4)
// run: settle(1.3, 0)
// run: losses(new double[] {0.5, -3, 2.5}, 1.2)
// run: mixed(new float[] {0.5f, -1.5f}, 0.75)
// run: elements(new double[] {1, 2, 3, 4})
// run: stay(new double[] {0.5, 1.5}, 2)
final class Input {

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double gate(double x, double w) {
    double s = sigmoid(w * x);
    return s * (1 - s);
  }

  /** Formulas of formulas, with variables of the same names. */
  @Differentiable(generate = {Output.GRADIENT, Output.JVP, Output.HVP})
  static double gates(double[] a, double w) {
    double s = 0;
    for (double x : a) {
      s += sigmoid(gate(x, w) + sigmoid(s)) * gate(w, x);
    }
    return s;
  }

  private static double damped(double y, double k) {
    return y + k * Math.sin(y);
  }

  /** The variable that takes the result is an argument. */
  @Differentiable
  static double settle(double y, int n) {
    double k = 0.5;
    int i = 0;
    while (i < n) {
      y = damped(y, k);
      k = damped(k, y);
      i++;
    }
    return y * k;
  }

  private static double huber(double r, double delta) {
    if (Math.abs(r) <= delta) {
      return r * r / 2;
    }
    return delta * (Math.abs(r) - delta / 2);
  }

  private static double leaky(double x) {
    return x > 0 ? x * x : 0.1 * x;
  }

  @Differentiable
  static double losses(double[] r, double delta) {
    double sum = 0;
    for (int i = 0; i < r.length; i++) {
      sum += huber(r[i], delta) * leaky(r[i]);
    }
    return sum;
  }

  private static float half(float x) {
    return 0.5f * x * x;
  }

  private static double scaled(double x, int n) {
    return n * x / 4;
  }

  /** Numbers of other types go in and come out. */
  @Differentiable
  static double mixed(float[] a, double x) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += half(a[i]) * scaled(x, i + 2) + scaled(a[i], i + 1);
    }
    return sum;
  }

  private static double middle(double[] a, int i) {
    double left = a[i - 1];
    double right = a[i + 1];
    return (left + right) * a[i];
  }

  /** What a formula read of the array is overwritten by its result. */
  @Differentiable
  static double elements(double[] a) {
    for (int i = 1; i + 1 < a.length; i++) {
      a[i] = middle(a, i);
    }
    return a[1] * a[2];
  }

  private static double chained(double x, int n) {
    return n == 0 ? x : x * chained(x, n - 1);
  }

  private static double counted(double x) {
    int n = 1;
    n = n + 1;
    return n * x * x;
  }

  /** These are none: one calls itself, the other changes a variable. */
  @Differentiable
  static double stay(double[] a, int n) {
    double sum = 0;
    for (double x : a) {
      sum += chained(x, n) + counted(x);
    }
    return sum + sigmoid(sum);
  }

  private Input() {}
}
