package cases.modes.calls_a_gradient_with_a_tape;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// Gradients that keep tapes, look adjoints up or copy arrays have rules: products with the Hessian.
// run: Uses#growth(1.3)
// run: Uses#slopes(new double[] {0.3, 0.5}, new double[] {1.5, -0.7}, 2.0)
// run: Uses#one(new double[] {0.3, 0.5})
// run: Uses#rows(new double[][] {{0.3, 0.5}, {0.7, 0.2}})
// run: double[] r = {0.3, 0.5}; Uses#rows(new double[][] {r, r})
// first order
final class Input {
  @Differentiable(order = 2)
  static double power(double x, @NonDifferentiable double end) {
    double y = 1;
    while (y < end) {
      y = y * x;
    }
    return y;
  }

  @Differentiable(order = 2)
  static double mixed(double[] x, double[] y, double scale) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += Math.sin(x[i]) * y[i] * y[i] * scale * scale;
    }
    return sum;
  }

  /** A rule would have to call the adjoint of {@code o} by a keyword. */
  @Differentiable(order = 2)
  static double overwrites(double[] o) {
    o[0] *= o[1];
    o[1] *= o[0];
    return o[0] * o[1];
  }

  @Differentiable(order = 2)
  static double matrix(double[][] m) {
    double sum = 0;
    for (double[] row : m) {
      sum += row[0] * row[0] * row[1] * sum + row[1] * row[0];
    }
    return sum;
  }

  private Input() {}
}

final class Uses {
  @Differentiable
  static double growth(double x) {
    double slope = dInput.dPower(x, 5.0);
    return slope * slope * x;
  }

  @Differentiable
  static double slopes(double[] x, double[] y, double scale) {
    dInput.MixedGradient g = dInput.dMixed(x, y, scale);
    double sum = g.scale() * g.scale() * x[1];
    for (int i = 0; i < x.length; i++) {
      sum += g.x()[i] * g.y()[i];
    }
    return sum;
  }

  @Differentiable
  static double one(double[] x) {
    double[] g = dInput.dOverwrites(x);
    return g[0] * g[1] + x[0];
  }

  @Differentiable
  static double rows(double[][] m) {
    double[][] g = dInput.dMatrix(m);
    double sum = 0;
    for (double[] row : g) {
      sum += row[0] * row[1];
    }
    return sum;
  }

  private Uses() {}
}
