package cases.arithmetic.cube_plus_x;

import io.github.cotangent.Differentiable;

// The first example of the design: straight-line code, b is not needed backward.
// run: cubePlusX(3.0)
// run: cubePlusX(-0.5)
// expect: dCubePlusX(3.0) = 28.0
final class Input {
  /** f(x) = x³ + x */
  @Differentiable
  static double cubePlusX(double x) {
    double a = x * x;
    double b = a * x;
    return b + x;
  }

  private Input() {}
}
