package cases.arrays.failing_returns;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

// What a return computes may fail, and then fails in dF too, also where the value has no
// derivative.
// run: constant(1.5, new double[][] {{1, 2}, {3, 4}}, 1)
// run: constant(1.5, new double[][] {{1, 2}, {3, 4}}, 2)
// run: added(1.5, new double[] {1, 2}, 1)
// run: added(1.5, new double[] {1, 2}, 2)
// run: divided(1.5, 2)
// run: divided(1.5, 0)
// run: early(1.5, new double[] {1, 2}, 1)
// run: early(1.5, new double[] {1, 2}, 2)
// run: early(-1.5, new double[] {1, 2}, 2)
// run: component(1.5, new Pair(1, 2))
// run: component(1.5, null)
// run: covered(1.5, new double[] {1, 2}, 1)
// run: covered(1.5, new double[] {1, 2}, 2)
final class Input {
  record Pair(double a, double b) {}

  @Differentiable
  static double constant(double x, @NonDifferentiable double[][] grid, int i) {
    return .75 + grid[1][i];
  }

  @Differentiable
  static double added(double x, @NonDifferentiable double[] a, int i) {
    return x + a[i];
  }

  @Differentiable
  static double divided(double x, int n) {
    return x + 7 / n;
  }

  @Differentiable
  static double early(double x, @NonDifferentiable double[] a, int i) {
    if (x > 0) {
      return x + a[i];
    }
    return x * x;
  }

  @Differentiable
  static double component(double x, Pair p) {
    return x + p.a();
  }

  /** The adjoint reads the element itself. */
  @Differentiable
  static double covered(double x, @NonDifferentiable double[] a, int i) {
    return x * a[i];
  }

  private Input() {}
}
