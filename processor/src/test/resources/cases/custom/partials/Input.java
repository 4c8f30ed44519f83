package cases.custom.partials;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.PartialOf;

// Methods of numbers with a partial for each parameter, in formulas, loops, conditions and returns.
// run: f(0.7, 0.4)
// run: ownValue(0.3)
// run: asCondition(0.8, 0.5)
// run: asCondition(-0.8, 0.5)
// run: power(1.3, 4)
// run: data(1.2, 0.7)
// run: bent(0.4)
// run: inArray(new double[] {0.3, -0.6})
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double s = 0;
    for (int i = 0; i < 3; i++) {
      s = soft(s * x + y) + product(x, s) * y;
    }
    return s * soft(x) * product(x, y + s);
  }

  @Differentiable
  static double ownValue(double y) {
    for (int i = 0; i < 4; i++) {
      y = grow(y);
    }
    return grow(2 * y);
  }

  @Differentiable
  static double asCondition(double x, double y) {
    return soft(x) > 0.9 ? soft(x * y) : x * soft(soft(y));
  }

  @Differentiable
  static double power(double x, int n) {
    double p = 1;
    while (n > 0) {
      p *= raised(x, n);
      n -= 2;
    }
    return p;
  }

  @Differentiable
  static double data(double x, @NonDifferentiable double k) {
    return product(x * x, k) + product(k, x);
  }

  /** A partial that calls a helper, and has a rule of its own. */
  @Differentiable
  static double bent(double x) {
    return x * wave(wave(x));
  }

  @Differentiable
  static double inArray(double[] a) {
    double s = 0;
    for (int i = 0; i < a.length; i++) {
      a[i] = soft(a[i]);
      s += a[i] * a[0];
    }
    return s;
  }

  static double soft(double x) {
    return Math.log(1 + Math.exp(x));
  }

  @PartialOf(method = "soft(double x)", wrt = "x", names = "x")
  private static double softByX(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double grow(double x) {
    return Math.exp(x / 3);
  }

  @PartialOf(method = "grow(double x)", wrt = "x", names = "result")
  static double growByX(double result) {
    return result / 3;
  }

  static double product(double a, double b) {
    return a * b;
  }

  @PartialOf(type = Input.class, method = "product(double u, double v)", wrt = "u", names = "v")
  static double productByFirst(double v) {
    return v;
  }

  @PartialOf(method = "product(double u, double v)", wrt = "v", names = "u")
  static double productBySecond(double u) {
    return u;
  }

  static double raised(double x, int n) {
    return Math.pow(x, n);
  }

  @PartialOf(
      method = "raised(double x, int n)",
      wrt = "x",
      names = {"n", "x"})
  static double raisedByX(int n, double x) {
    return n == 0 ? 0 : n * raised(x, n - 1);
  }

  static double wave(double x) {
    return Math.sin(x);
  }

  @PartialOf(method = "wave(double x)", wrt = "x", names = "x")
  static double waveByX(double x) {
    return slope(x, 1);
  }

  static double slope(double x, double scale) {
    return scale * Math.cos(x);
  }

  private Input() {}
}
