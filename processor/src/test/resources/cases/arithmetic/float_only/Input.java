package cases.arithmetic.float_only;

import io.github.cotangent.Differentiable;

// float everywhere: arithmetic, Math calls through double, compound assignment.
// run: f(1.25f, 0.5f)
// tolerance: 2e-3
// step: 0.03
final class Input {
  @Differentiable
  static float f(float x, float y) {
    float a = x * y + 2f;
    a *= a;
    float b = (float) Math.exp(-a / 8) + (float) Math.sin(x);
    b += y;
    b -= a / 16;
    return b * x - y / x;
  }

  private Input() {}
}
