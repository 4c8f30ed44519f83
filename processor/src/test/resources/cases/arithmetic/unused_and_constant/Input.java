package cases.arithmetic.unused_and_constant;

import io.github.cotangent.Differentiable;

// A parameter that is not used, and a result that does not depend on any.
// run: f(1.0, 2.0)
// run: constant(1.0)
// expect: dF(1.0, 2.0).unused() = 0.0
// expect: dConstant(3.0) = 0.0
final class Input {
  @Differentiable
  static double f(double x, double unused) {
    double dead = unused * x;
    return 3 * x;
  }

  @Differentiable
  static double constant(double x) {
    return 42;
  }

  private Input() {}
}
