package cases.arrays.float_arrays;

import io.github.cotangent.Differentiable;

// float arrays: adjoints are float arrays.
// run: f(new float[] {1.5f, 0.5f}, new double[] {0.25, 2})
// tolerance: 2e-3
// step: 0.03
final class Input {
  @Differentiable
  static float f(float[] a, double[] b) {
    a[0] *= a[1] + 1;
    b[1] = a[0] * b[0];
    a[1] += b[1];
    float[] c = a.clone();
    c[0] = (float) (c[0] * b[1]);
    float s = 0;
    for (float v : c) {
      s += v * v;
    }
    return s * a[0];
  }

  private Input() {}
}
