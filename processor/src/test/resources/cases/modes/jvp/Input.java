package cases.modes.jvp;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;

// Forward mode: beside each statement the statement of its tangent.
// run: scalars(1.5, -0.5)
// run: loop(0.9, 4)
// run: smoothed(new double[] {1, 2, 4, 8}, 0.25)
// run: narrowed(new double[] {1, 2}, new double[] {3, 5})
// expect: scalarsJvp(3.0, 2.0, 1.0, 0.0).value() = 18.0
// expect: scalarsJvp(3.0, 2.0, 1.0, 0.0).valueDot() = 12.0
// expect: scalarsJvp(3.0, 2.0, 0.0, 1.0).valueDot() = 9.0
// expect: loopJvp(2.0, 3, 1.0).value() = 15.0
// expect: loopJvp(2.0, 3, 1.0).valueDot() = 17.0
// expect: smoothedJvp(new double[] {1, 3, 5}, 0.5, new double[] {1, 0, 0}, 0).valueDot()[1] = 0.5
// expect: smoothedJvp(new double[] {1, 3, 5}, 0.5, new double[] {1, 0, 0}, 0).valueDot()[2] = 0.25
// expect: smoothedJvp(new double[] {1, 3, 5}, 0.5, new double[3], 1).valueDot()[2] = -4.0
// expect: turnedJvp(new Input.Point(2, 5), 3.0, new Input.Point(1, 0), 0.0).valueDot().y() = 3.0
// expect: turnedJvp(new Input.Point(2, 5), 3.0, new Input.Point(0, 0), 1.0).valueDot().x() = -5.0
// expect: addSquareJvp(new double[] {3}, new double[] {1}, new double[] {2}, new double[] {0}).sum()[0] = 10.0
// expect: addSquareJvp(new double[] {3}, new double[] {1}, new double[] {2}, new double[] {0}).sumDot()[0] = 12.0
// expect: withHelperJvp(3.0, 4.0, 1.0, 0.0).valueDot() = 54.0
// expect: withHelperJvp(3.0, 4.0, 0.0, 1.0).valueDot() = 8.0
// expect: narrowedJvp(new double[] {1, 2}, new double[] {3, 5}, new double[] {1, 1}).valueDot() = 8.0
final class Input {
  record Point(double x, double y) {}

  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  static double scalars(double x, double y) {
    double a = x * x;
    double b = a * y;
    return b;
  }

  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  static double loop(double x, int n) {
    double sum = 1;
    double power = 1;
    for (int i = 0; i < n; i++) {
      power *= x;
      sum += power;
    }
    return sum;
  }

  /** Overwrites its argument. */
  @Differentiable(generate = {Output.PULLBACK, Output.JVP})
  static double[] smoothed(double[] x, double weight) {
    for (int i = 1; i < x.length; i++) {
      x[i] = weight * x[i - 1] + (1 - weight) * x[i];
    }
    return x;
  }

  /** A quarter turn, and a scaling. */
  @Differentiable(generate = {Output.PULLBACK, Output.JVP})
  static Point turned(Point p, double scale) {
    return new Point(-scale * p.y(), scale * p.x());
  }

  @Differentiable(generate = {Output.PULLBACK, Output.JVP})
  static void addSquare(double[] x, double[] sum) {
    for (int i = 0; i < x.length; i++) {
      sum[i] += x[i] * x[i];
    }
  }

  @Differentiable(generate = {Output.GRADIENT, Output.JVP})
  static double withHelper(double x, double y) {
    double c = cube(x);
    return 2 * c + y * y;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  /** The data has no direction. */
  @Differentiable(wrt = "w", generate = {Output.GRADIENT, Output.JVP})
  static double narrowed(double[] w, double[] x) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += w[i] * x[i];
    }
    return sum;
  }

  private Input() {}
}
