package cases.branches.switch_returns;

import io.github.cotangent.Differentiable;

// A switch whose arms return.
// run: f(1.5, 0)
// run: f(1.5, 1)
// run: f(1.5, 2)
final class Input {
  @Differentiable
  static double f(double x, int k) {
    double t = x * x;
    switch (k) {
      case 0:
        return t * x;
      case 1:
        t = t * t;
        break;
      default:
        return -t;
    }
    return t + x;
  }

  private Input() {}
}
