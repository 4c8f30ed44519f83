package cases.modes.hvp;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// Reverse mode over forward mode: the derivative of the gradient along a direction.
// run: polynomial(1.5, -0.5)
// run: chain(new double[] {1, 2, 4})
// run: withHelper(1.5, 2.5)
// expect: polynomialHvp(3.0, 2.0, 1.0, 0.0).x() = 36.0
// expect: polynomialHvp(3.0, 2.0, 1.0, 0.0).y() = 27.0
// expect: polynomialHvp(3.0, 2.0, 0.0, 1.0).x() = 27.0
// expect: polynomialHvp(3.0, 2.0, 0.0, 1.0).y() = 0.0
// expect: chainHvp(new double[] {1, 2, 4}, new double[] {0, 1, 0})[0] = 8.0
// expect: chainHvp(new double[] {1, 2, 4}, new double[] {0, 1, 0})[1] = 34.0
// expect: chainHvp(new double[] {1, 2, 4}, new double[] {0, 1, 0})[2] = 32.0
// expect: withHelperHvp(3.0, 4.0, 1.0, 0.0).x() = 36.0
// expect: withHelperHvp(3.0, 4.0, 1.0, 0.0).y() = 0.0
// expect: withHelperHvp(3.0, 4.0, 0.0, 1.0).y() = 2.0
final class Input {

  /** x³y: its Hessian is 6xy, 3x²; 3x², 0. */
  @Differentiable(generate = {Output.GRADIENT, Output.HVP})
  static double polynomial(double x, double y) {
    double a = x * x;
    double b = a * x;
    return b * y;
  }

  /** The sum of the squares of products of neighbours. */
  @Differentiable(generate = {Output.GRADIENT, Output.HVP})
  static double chain(double[] x) {
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      double product = x[i - 1] * x[i];
      sum += product * product;
    }
    return sum;
  }

  @Differentiable(generate = {Output.GRADIENT, Output.HVP})
  static double withHelper(double x, double y) {
    double c = cube(x);
    return 2 * c + y * y;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  private Input() {}
}
