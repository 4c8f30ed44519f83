package io.github.cotangent.tensor.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The fast logarithm, against that of {@code Math}. */
class LogarithmTest {

  /** Every so many of all positive floats are tried: a prime, so that all bits vary. */
  private static final int STEP = 503;

  private static final double RELATIVE = 1e-7;

  private static float[] log(float... x) {
    float[] out = new float[x.length];
    Logarithm.log(out, x);
    return out;
  }

  /** Positive floats, from the smallest one on, subnormal ones included. */
  private static float[] floats(int first, int count, int step) {
    float[] all = new float[count];
    for (int i = 0; i < count; i++) {
      all[i] = Float.intBitsToFloat(first + i * step);
    }
    return all;
  }

  private static void check(float[] x) {
    float[] out = log(x);
    for (int i = 0; i < x.length; i++) {
      double exact = Math.log(x[i]);
      assertThat(Math.abs(out[i] - exact) <= RELATIVE * Math.abs(exact))
          .as("log(%s) is %s, not %s", x[i], out[i], exact)
          .isTrue();
    }
  }

  @Test
  void hasASmallRelativeError() {
    check(floats(1, Float.floatToRawIntBits(Float.MAX_VALUE) / STEP, STEP));
  }

  @Test
  void hasASmallRelativeErrorNearItsZero() {
    int radius = 1_000_000;
    check(floats(Float.floatToRawIntBits(1) - radius, 2 * radius, 1));
  }

  @Test
  void keepsSpecialValues() {
    float[] none = {0, -0f, Float.POSITIVE_INFINITY, 1};
    assertThat(log(none))
        .containsExactly(
            Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, 0);
    float[] negative = {Float.NaN, -1, -Float.MIN_VALUE, Float.NEGATIVE_INFINITY};
    assertThat(log(negative)).containsOnly(Float.NaN);
  }
}
