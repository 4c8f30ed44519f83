package cases.branches.switch_arrows;

import io.github.cotangent.Differentiable;

// A switch statement with arrows, several labels, no default, and a block.
// run: f(1.5, 1)
// run: f(1.5, 2)
// run: f(1.5, 3)
// run: f(1.5, 9)
final class Input {
  @Differentiable
  static double f(double x, int k) {
    double y = 2 * x;
    switch (k) {
      case 1, 2 -> y = y * x;
      case 3 -> {
        double t = y * y;
        y = t + x;
      }
    }
    return y * y;
  }

  private Input() {}
}
