package cases.algorithms.newton;

import io.github.cotangent.Differentiable;

// Newton's iteration with while: differentiated as it ran.
// run: root(2.5)
// run: cubic(1.5, 0.2)
// tolerance: 1e-5
final class Input {
  @Differentiable
  static double root(double a) {
    double x = a;
    while (Math.abs(x * x - a) > 1e-12) {
      x = 0.5 * (x + a / x);
    }
    return x;
  }

  @Differentiable
  static double cubic(double p, double q) {
    double x = 1;
    double change;
    int trips = 0;
    do {
      double y = x * x * x - p * x + q;
      change = y / (3 * x * x - p);
      x -= change;
    } while (change * change > 1e-24 && ++trips < 50);
    return x * p;
  }

  private Input() {}
}
