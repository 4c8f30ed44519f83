package cases.calls.float_linkage;

import io.github.cotangent.Differentiable;

// A float helper of a double method, and a double helper of a float one.
// run: f(1.5, 0.5f)
// run: g(1.5f)
// tolerance: 2e-3
// step: 0.03
final class Input {
  @Differentiable
  static double f(double x, float y) {
    float a = half((float) x);
    return cube(a) * y + half(y) * x;
  }

  @Differentiable
  static float g(float x) {
    return (float) cube(x) + half(x);
  }

  static float half(float x) {
    return x / 2 * x;
  }

  static double cube(double x) {
    return x * x * x;
  }

  private Input() {}
}
