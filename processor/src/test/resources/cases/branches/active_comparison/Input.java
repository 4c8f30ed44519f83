package cases.branches.active_comparison;

import io.github.cotangent.Differentiable;

// Comparisons of active values, ==, !=, with NaN, as booleans in variables.
// run: f(1.5, 2.5)
// run: f(2.5, 1.5)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    boolean less = x < y;
    boolean same = x == y || x != x;
    double z = x * y;
    x = z;
    if (less) {
      z = z * x;
    }
    if (!same && !less) {
      z = z + y * y;
    }
    less = !less;
    return less ? z * z : z;
  }

  private Input() {}
}
