package cases.modes.order_two;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;

// A second derivative through a call of another class, which says order = 2 for it.
// run: energy(1.5, 0.5)
// run: total(new double[] {1, 2})
// expect: energyHvp(2.0, 3.0, 1.0, 0.0).x() = 36.0
// expect: energyHvp(2.0, 3.0, 1.0, 0.0).y() = 12.0
// expect: energyHvp(2.0, 3.0, 0.0, 1.0).x() = 12.0
// run: fifth(1.25)
// expect: totalHvp(new double[] {1, 2}, new double[] {1, 0})[0] = 12.0
// expect: totalHvp(new double[] {1, 2}, new double[] {0, 1})[1] = 48.0
final class Input {

  /** x³y. */
  @Differentiable(generate = {Output.GRADIENT, Output.HVP})
  static double energy(double x, double y) {
    return Powers.cube(x) * y;
  }

  @Differentiable(generate = {Output.GRADIENT, Output.HVP})
  static double total(double[] x) {
    return Powers.fourth(x);
  }

  /** Of more than second order is also of second order. */
  @Differentiable(generate = {Output.GRADIENT, Output.HVP})
  static double fifth(double x) {
    return Powers.square(x) * x * Powers.square(x);
  }

  private Input() {}
}

final class Powers {

  @Differentiable(order = 3)
  static double square(double x) {
    return x * x;
  }

  @Differentiable(order = 2)
  static double cube(double x) {
    return x * x * x;
  }

  /** The sum of the fourth powers. */
  @Differentiable(order = 2)
  static double fourth(double[] x) {
    double sum = 0;
    for (double xi : x) {
      double square = xi * xi;
      sum += square * square;
    }
    return sum;
  }

  private Powers() {}
}
