package cases.branches.no_branch_taken;

import io.github.cotangent.Differentiable;

// Empty branches and branches on constants of the run.
// run: f(1.5, true)
// run: f(1.5, false)
final class Input {
  @Differentiable
  static double f(double x, boolean flag) {
    if (flag) {
    } else {
      x = x * 2;
    }
    if (!flag) {
      ;
    }
    double y = x;
    if (flag) y = y * x; else ;
    return y;
  }

  private Input() {}
}
