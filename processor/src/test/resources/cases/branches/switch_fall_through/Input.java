package cases.branches.switch_fall_through;

import io.github.cotangent.Differentiable;

// An old switch with fall-through, a default in the middle and an empty group.
// run: f(1.5, 0)
// run: f(1.5, 1)
// run: f(1.5, 2)
// run: f(1.5, 3)
// run: f(1.5, 7)
final class Input {
  @SuppressWarnings("fallthrough")
  @Differentiable
  static double f(double x, int k) {
    double y = x;
    switch (k) {
      case 0:
        y = y * y;
      case 1:
        y = y + x;
        break;
      default:
        y = Math.sin(y);
      case 2:
      case 3:
        y = y * 3 * x;
        if (k == 3) {
          break;
        }
        y = y * y;
    }
    return y * x;
  }

  private Input() {}
}
