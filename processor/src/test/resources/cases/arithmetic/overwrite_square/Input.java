package cases.arithmetic.overwrite_square;

import io.github.cotangent.Differentiable;

// t = t * t: the old value is needed, the adjoint is taken, zeroed, then accumulated.
// run: f(1.1)
final class Input {
  @Differentiable
  static double f(double x) {
    double t = x;
    t = t * t;
    t = Math.sin(t) * t;
    t = t * t + x;
    return t;
  }

  private Input() {}
}
