package cases.calls.passive_parameters;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.PartialOf;

// Parameters of helpers that no caller passes a derivative to have no adjoint; others, which only
// look so, keep it.
// run: loss(new double[] {0.5, -1.5}, new double[][] {{1, 2}, {0.5, -1}}, new double[] {3, 1})
// run: loss(new double[] {0.5, -1.5}, new double[][] {}, new double[] {})
// run: registered(0.4, 1.2, new Input.Image(new double[] {1, 4, 2, 3, 0.5, 6}, 3))
// run: one(0.7, new double[] {2, 3}, new double[] {5, 4})
// run: other(new double[] {0.7, 0.2}, new double[] {2, 3})
// run: shared(0.7, new double[] {2, 3}, new double[] {5, 4})
// run: accumulated(0.7, 4)
// run: accumulated(0.7, 0)
// run: filled(0.7, new double[] {2, 3})
// run: picked(new double[] {0.7, 0.2}, new double[] {2, 3}, true)
// run: picked(new double[] {0.7, 0.2}, new double[] {2, 3}, false)
// run: turned(0.7, 0.3, 3)
// run: turned(0.7, 0.3, 2)
// run: narrowed(new double[] {0.7, 0.2}, new double[] {2, 3}, new double[] {5, 4})
// run: product(new double[] {0.7, 0.2}, new double[] {2, 3})
// run: ofProduct(new double[] {0.7, 0.2}, new double[] {2, 3})
// run: written(new double[] {0.7, 0.2}, new double[] {2, 3}, new double[] {5, 4})
// run: kept(new double[] {0.7, 0.2}, new double[] {2, 3})
// run: scaled(new double[] {0.7, 0.2}, 1.5)
// run: ruled(0.7, 1.5)
// run: curved(new double[] {0.7, 0.2}, new double[] {2, 3})
final class Input {

  /** The data of a fit: nobody asks for their derivatives. */
  @Differentiable(generate = {Output.GRADIENT, Output.JVP, Output.HVP})
  static double loss(
      double[] w, @NonDifferentiable double[][] data, @NonDifferentiable double[] target) {
    double sum = 0;
    for (int i = 0; i < data.length; i++) {
      sum += squaredError(w, data[i], target[i]);
    }
    return sum;
  }

  private static double squaredError(double[] w, double[] x, double y) {
    double prediction = 0;
    for (int j = 0; j < w.length; j++) {
      prediction += w[j] * Math.sin(x[j] + w[j]);
    }
    double e = prediction - y;
    return e * e;
  }

  record Image(double[] pixels, int width) {
    double sample(double x, double y) {
      int i = (int) Math.floor(x);
      int j = (int) Math.floor(y);
      double u = x - i;
      double v = y - j;
      double top = (1 - u) * pixels[j * width + i] + u * pixels[j * width + i + 1];
      double below = (1 - u) * pixels[(j + 1) * width + i] + u * pixels[(j + 1) * width + i + 1];
      return (1 - v) * top + v * below;
    }
  }

  @Differentiable
  static double registered(double dx, double scale, @NonDifferentiable Image moving) {
    double sum = 0;
    for (int k = 0; k < 2; k++) {
      double value = moving.sample(dx + k * scale * 0.3, dx * scale);
      sum += value * value;
    }
    return sum;
  }

  /** Called twice: the second caller varies what the first one does not. */
  private static double weighed(double[] a, double[] b, double x) {
    double s = x;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * b[i] * x;
    }
    return s;
  }

  @Differentiable
  static double one(double x, @NonDifferentiable double[] a, @NonDifferentiable double[] b) {
    return weighed(a, b, x) * x;
  }

  @Differentiable
  static double other(double[] a, @NonDifferentiable double[] b) {
    return weighed(a, b, 2) * a[0];
  }

  /** One call passes an array twice, another varies one of the two: both must be expected. */
  private static double moved(double[] from, double[] to, double x) {
    double s = 0;
    for (int i = 0; i < to.length; i++) {
      s += to[i] * x;
      to[i] = 2.5;
      s += from[i] * x * x;
      to[i] = 1.5;
    }
    return s;
  }

  @Differentiable
  static double shared(double x, @NonDifferentiable double[] a, @NonDifferentiable double[] b) {
    double[] own = a.clone();
    double s = moved(own, own, x);
    double[] other = {x, x * x};
    return s + moved(b, other, x);
  }

  private static double times(double x, double start, int n) {
    for (int i = 0; i < n; i++) {
      start = start * 0.5 + x;
    }
    return start * x;
  }

  @Differentiable
  static double accumulated(double x, int n) {
    return times(x, 0.3, n);
  }

  private static void fill(double x, double[] out, double[] weights) {
    for (int i = 0; i < out.length; i++) {
      out[i] = x * x * weights[i];
    }
  }

  @Differentiable
  static double filled(double x, @NonDifferentiable double[] weights) {
    double[] out = new double[weights.length];
    fill(x, out, weights);
    return out[0] * out[1];
  }

  private static double[] pick(double[] a, double[] b, boolean first) {
    return first ? a : b;
  }

  @Differentiable
  static double picked(double[] a, @NonDifferentiable double[] b, boolean first) {
    double[] p = pick(a, b.clone(), first);
    return p[0] * p[1];
  }

  private static double turn(double x, double y, double z, int n) {
    return n == 0 ? x * x * y * z : turn(y, x, z, n - 1) * 1.5;
  }

  @Differentiable
  static double turned(double x, @NonDifferentiable double y, int n) {
    return turn(x, y, y * 2, n);
  }

  @Differentiable(wrt = "a", generate = {Output.GRADIENT, Output.JVP, Output.PULLBACK})
  static double narrowed(double[] a, double[] b, @NonDifferentiable double[] c) {
    return weighedBy(a, c) + weighedBy(b, c);
  }

  /** What {@code wrt} leaves out others may ask for. */
  @Differentiable(wrt = "a")
  static double product(double[] a, double[] b) {
    return dot(a, b) * a[0];
  }

  private static double dot(double[] a, double[] b) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * b[i];
    }
    return s;
  }

  @Differentiable
  static double ofProduct(double[] a, double[] b) {
    return product(a, b) * b[1];
  }

  /** The array of {@code b} may be that of {@code c}, which neither is differentiated by. */
  @Differentiable(wrt = "a")
  static double written(double[] a, double[] b, @NonDifferentiable double[] c) {
    b[0] = a[0] * a[1];
    return scaledBy(a, c) + b[0];
  }

  private static double scaledBy(double[] a, double[] c) {
    return a[0] * c[0] * c[0] + a[1] * c[1];
  }

  private static double weighedBy(double[] a, double[] c) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      s += a[i] * a[i] * c[i];
    }
    return s;
  }

  private static void keep(double[][] rows, double[] row, double[] factors) {
    rows[0] = row;
    rows[1] = new double[] {row[0] * factors[0], row[1] * factors[1]};
  }

  /** What is kept in rows that carry derivatives cannot be a constant. */
  @Differentiable
  static double kept(double[] a, @NonDifferentiable double[] factors) {
    double[][] rows = new double[2][];
    double[] row = new double[2];
    keep(rows, row, factors);
    rows[0][0] = a[0] * a[1];
    rows[0][1] = a[1];
    return row[0] * row[1] + rows[1][0];
  }

  private static double[] scale(double[] a, double factor, double offset) {
    double[] scaled = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      scaled[i] = a[i] * factor + offset;
    }
    return scaled;
  }

  @Differentiable
  static double[] scaled(double[] a, @NonDifferentiable double factor) {
    return scale(scale(a, factor, 1), factor, a[0]);
  }

  /** A rule is called by what is generated: its helper may be given anything. */
  @Differentiable(generate = {Output.GRADIENT, Output.JVP, Output.HVP})
  static double ruled(double x, double y) {
    return power(x, y) * x + logPower(x, 2);
  }

  static double power(double x, double y) {
    return Math.pow(x, y);
  }

  @PartialOf(method = "power(double x, double y)", wrt = "x", names = {"x", "y"})
  static double powerByX(double x, double y) {
    return y * Math.pow(x, y - 1);
  }

  @PartialOf(method = "power(double x, double y)", wrt = "y", names = {"x", "y"})
  static double powerByY(double x, double y) {
    return logPower(x, y);
  }

  static double logPower(double x, double y) {
    return Math.log(x) * Math.pow(x, y);
  }

  @Differentiable(order = 2)
  static double curved(double[] a, @NonDifferentiable double[] b) {
    double s = 0;
    for (double v : a) {
      s += polynomial(v, b);
    }
    return s;
  }

  private static double polynomial(double x, double[] coefficients) {
    double value = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      value = value * x + coefficients[i];
    }
    return value * value;
  }
}
