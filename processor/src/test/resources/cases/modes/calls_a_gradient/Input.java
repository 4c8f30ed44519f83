package cases.modes.calls_a_gradient;

import io.github.cotangent.Differentiable;

// A method of another class calls a generated gradient: it is differentiated when that is there.
// run: Uses#newton(1.3)
// run: Uses#slopes(new double[] {0.3, 0.5, -0.2})
// run: Uses#both(0.4, 0.9)
final class Input {
  @Differentiable(order = 2)
  static double quartic(double x) {
    return x * x * x * x - 3 * x;
  }

  @Differentiable(order = 2)
  static double energy(double[] x) {
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      double d = x[i] - x[i - 1];
      sum += d * d * d;
    }
    return sum;
  }

  @Differentiable(order = 2)
  static double product(double x, double y) {
    return Math.sin(x) * y * y;
  }

  private Input() {}
}

final class Uses {
  /** One step of Newton's method. */
  @Differentiable
  static double newton(double x) {
    return x - Input.quartic(x) / dInput.dQuartic(x);
  }

  @Differentiable
  static double slopes(double[] x) {
    double[] slope = dInput.dEnergy(x);
    double sum = 0;
    for (double s : slope) {
      sum += s * s;
    }
    return sum;
  }

  @Differentiable
  static double both(double x, double y) {
    dInput.ProductGradient g = dInput.dProduct(x, y);
    return g.x() * g.x() + g.y() * g.y();
  }

  private Uses() {}
}
