package cases.arithmetic.compound_assignment;

import io.github.cotangent.Differentiable;

// += -= *= /= on an active local, with itself on the right side as well.
// run: f(1.2, 0.4)
final class Input {
  @Differentiable
  static double f(double x, double y) {
    double s = x;
    s += y;
    s -= x * y;
    s *= s;
    s /= y + 2;
    s += s;
    s -= s / 3;
    s *= x;
    return s;
  }

  private Input() {}
}
