package cases.arithmetic.identity;

import io.github.cotangent.Differentiable;

// The shortest bodies: the parameter itself, its negation, a literal times it.
// run: f(1.5)
// run: g(1.5)
// run: h(1.5f)
// tolerance: 1e-3
// expect: dF(7.0) = 1.0
final class Input {
  @Differentiable
  static double f(double x) {
    return x;
  }

  @Differentiable
  static double g(double x) {
    return -x;
  }

  @Differentiable
  static float h(float x) {
    return 2 * x;
  }

  private Input() {}
}
