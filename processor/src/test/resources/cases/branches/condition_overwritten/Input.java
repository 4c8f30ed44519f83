package cases.branches.condition_overwritten;

import io.github.cotangent.Differentiable;

// The condition reads what the branch overwrites: it is recorded, never evaluated again.
// run: f(1.5)
// run: f(0.5)
final class Input {
  @Differentiable
  static double f(double x) {
    double y = x;
    if (y > 1) {
      y = y * 0.25;
    } else {
      y = y * y + 3;
    }
    if (y > 1) {
      y = -y * x;
    }
    return y * y;
  }

  private Input() {}
}
