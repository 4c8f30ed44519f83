package cases.arrays.float_results;

import io.github.cotangent.Differentiable;

// float arrays through the pullback, and mixed with doubles.
// run: f(new float[] {1.5f, 0.5f}, 0.25)
// run: fill(new float[] {1.5f, 0.5f}, 2f)
// tolerance: 2e-3
// step: 0.03
final class Input {
  @Differentiable
  static float[] f(float[] a, double k) {
    float[] b = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      b[i] = (float) (a[i] * k) + a[0] * a[i];
    }
    return b;
  }

  @Differentiable
  static void fill(float[] a, float v) {
    a[1] *= a[0];
    a[0] = v * v;
  }

  private Input() {}
}
