package cases.modes.jacobian;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// A block for each parameter, a row of it for each element of the result.
// run: ellipse(1.5, 0.5)
// run: powers(1.5)
// run: differences(new double[] {1, 2, 4})
// run: affine(new double[] {1, 2}, 0.5)
// run: area(2.0, 3.0)
// expect: ellipseJacobian(3.0, 0.0).a()[0] = 1.0
// expect: ellipseJacobian(3.0, 0.0).a()[1] = 0.0
// expect: ellipseJacobian(3.0, 0.0).t()[1] = 6.0
// expect: powersJacobian(2.0)[2] = 12.0
// expect: differencesJacobian(new double[] {1, 2, 4}).length = 2
// expect: differencesJacobian(new double[] {1, 2, 4})[1].length = 3
// expect: differencesJacobian(new double[] {1, 2, 4})[1][0] = 0.0
// expect: differencesJacobian(new double[] {1, 2, 4})[1][1] = -4.0
// expect: differencesJacobian(new double[] {1, 2, 4})[1][2] = 8.0
// expect: affineJacobian(new double[] {1, 2}, 3.0).x()[1][1] = 3.0
// expect: affineJacobian(new double[] {1, 2}, 3.0).x()[1][0] = 0.0
// expect: affineJacobian(new double[] {1, 2}, 3.0).s()[1] = 2.0
// expect: areaJacobian(2.0, 3.0).width() = 3.0
final class Input {

  /** Numbers to an array: forward mode, by columns. */
  @Differentiable(generate = {Output.PULLBACK, Output.JACOBIAN})
  static double[] ellipse(double a, double t) {
    return new double[] {a * Math.cos(t), 2 * a * Math.sin(t)};
  }

  @Differentiable(generate = {Output.PULLBACK, Output.JACOBIAN})
  static double[] powers(double x) {
    double square = x * x;
    return new double[] {x, square, square * x};
  }

  /** An array to an array: reverse mode, by rows. */
  @Differentiable(generate = {Output.PULLBACK, Output.JACOBIAN})
  static double[] differences(double[] x) {
    double[] y = new double[x.length - 1];
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i + 1] * x[i + 1] - x[i] * x[i];
    }
    return y;
  }

  @Differentiable(generate = {Output.PULLBACK, Output.JACOBIAN})
  static double[] affine(double[] x, double s) {
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = s * x[i] + 1;
    }
    return y;
  }

  /** A number: the gradient. */
  @Differentiable(generate = {Output.GRADIENT, Output.JACOBIAN})
  static double area(double width, double height) {
    return width * height;
  }

  private Input() {}
}
