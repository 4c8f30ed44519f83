package cases.branches.switch_in_loop;

import io.github.cotangent.Differentiable;

// A switch inside a loop: break leaves the switch, continue goes on with the loop.
// run: f(1.1, new int[] {0, 1, 2, 3, 0, 4, 1})
// run: f(1.1, new int[0])
final class Input {
  @SuppressWarnings("fallthrough")
  @Differentiable
  static double f(double x, int[] codes) {
    double y = x;
    loop:
    for (int code : codes) {
      switch (code) {
        case 0:
          y = y * x;
          break;
        case 1:
          y = y + x;
          continue;
        case 2:
          y = y * 0.5;
        case 3:
          y = Math.sin(y);
          break;
        default:
          y = y * y;
          break loop;
      }
      y = y * 1.5;
    }
    return y;
  }

  private Input() {}
}
