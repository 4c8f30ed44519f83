package cases.calls.short_methods;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Short methods are put in place in loops: no object is kept for their gradients. Outside of loops
// they stay, and so do those that assign a parameter, throw or choose by a switch.
// run: smoothed(new double[] {0.3, 1.4, -2.0, 0.9}, 0.25, 0.4)
// run: smoothed(new double[0], 0.25, 0.4)
// run: rooted(2.0, 0.7)
// run: rooted(2.0, 1.3)
// run: paid(new Input.Offer("a", 0.5, 1.2), new double[] {0.1, 0.9, 2.0})
// run: stays(new double[] {0.3, 1.4}, 1.5)
final class Input {
  @Differentiable
  static double smoothed(double[] x, double t, double limit) {
    double s = 0;
    for (int i = 0; i < x.length; i++) {
      s = lerp(s, x[i], t);
      s = clamp(s, -limit, 0.75f);
      s += lerp(x[i], s * s, 0.5) * halved(x[i], i);
    }
    return lerp(s, t, 0.1);
  }

  @Differentiable
  static double lerp(double a, double b, double t) {
    return a + t * (b - a);
  }

  private static double clamp(double x, double low, float high) {
    if (x < low) {
      return low;
    }
    return x > high ? high + 0.1 * (x - high) : x;
  }

  /** Assigns its parameters. */
  private static double halved(double x, double n) {
    n = n / 2;
    x *= n;
    return x + lerp(n, x, 0.3);
  }

  @Differentiable
  static double rooted(double x, double a) {
    double y = x;
    while (residual(y, a) > 0.01) {
      y -= residual(y, a) / (2 * y);
    }
    return y;
  }

  private static double residual(double y, double a) {
    if (a > 1 && y < 0) {
      throw new IllegalArgumentException("negative");
    }
    return y * y - a;
  }

  record Offer(String name, double price, double strike) {
    double payoff(double s) {
      return Math.max(price * s - strike, 0);
    }
  }

  @Differentiable
  static double paid(Offer offer, double[] s) {
    double sum = 0;
    for (double v : s) {
      sum += offer.payoff(v) * v;
    }
    return sum;
  }

  /** A switch, a loop, a constant: these stay methods. */
  @Differentiable
  static double stays(double[] x, double a) {
    double y = a;
    for (int i = 0; i < x.length; i++) {
      y = chosen(y, x[i], i) + powers(y, x[i]) * scaled(y, i + 1);
    }
    return y;
  }

  private static double chosen(double y, double x, int i) {
    return switch (i) {
      case 0 -> y * x;
      case 1 -> y + x;
      default -> y;
    };
  }

  private static double powers(double y, double x) {
    double p = 1;
    for (int k = 0; k < 3; k++) {
      p = p * y + x;
    }
    return p;
  }

  private static double scaled(double y, @NonDifferentiable double by) {
    return y * by;
  }

  private Input() {}
}
