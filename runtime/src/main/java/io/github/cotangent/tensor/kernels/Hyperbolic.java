package io.github.cotangent.tensor.kernels;

/**
 * The hyperbolic tangent of whole arrays. For {@code double} it is that of {@code Math}. For {@code
 * float} its relative error is below 4e-7, and it is many times as fast: of x / 4 it is the seventh
 * convergent of its continued fraction (J. H. Lambert, 1761), a quotient of polynomials with an
 * error of 6e-8 there, and twice tanh 2t = 2 tanh t / (1 + tanh² t), which makes errors smaller.
 * The loops are short so that the JIT compiler vectorises them.
 */
final class Hyperbolic {

  /** Where tanh rounds to 1, divided by 4. */
  private static final float END = 2.275f;

  private Hyperbolic() {}

  static void tanh(double[] out, double[] x) {
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.tanh(x[i]);
    }
  }

  static void tanh(float[] out, float[] x) {
    quarter(out, x);
    ofQuarter(out);
    doubleArgument(out);
    doubleArgument(out);
  }

  private static void quarter(float[] out, float[] x) {
    for (int i = 0; i < x.length; i++) {
      out[i] = Math.max(-END, Math.min(x[i] * 0.25f, END));
    }
  }

  private static void ofQuarter(float[] v) {
    for (int i = 0; i < v.length; i++) {
      float x = v[i];
      float y = x * x;
      v[i] =
          x * (135135 + y * (17325 + y * (378 + y))) / (135135 + y * (62370 + y * (3150 + y * 28)));
    }
  }

  private static void doubleArgument(float[] v) {
    for (int i = 0; i < v.length; i++) {
      float t = v[i];
      v[i] = Math.max(-1, Math.min(2 * t / (1 + t * t), 1));
    }
  }
}
