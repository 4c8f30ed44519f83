package cases.arrays.renewed_float_matrices;

import io.github.cotangent.Differentiable;

// The shadows of matrices of floats that methods return are matrices of floats.
// run: singles(new float[] {0.4f, -0.2f}, 2)
// run: singles(new float[] {0.4f, -0.2f}, 0)
// tolerance: 1e-3
// step: 0.1
final class Input {

  private static float[][] outer(float[] a) {
    float[][] m = new float[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        m[i][j] = a[i] * a[j] + i;
      }
    }
    return m;
  }

  @Differentiable
  static float singles(float[] q, int n) {
    float[][] m = outer(q);
    for (int i = 0; i < n; i++) {
      m = outer(m[1]);
    }
    return m[0][1] * m[1][1];
  }
}
