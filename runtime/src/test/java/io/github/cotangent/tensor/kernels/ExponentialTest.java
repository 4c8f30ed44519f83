package io.github.cotangent.tensor.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiConsumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The fast exponential and logistic functions, against those of {@code Math}. */
class ExponentialTest {

  /** Every so many of all floats are tried: a prime, so that all bits vary. */
  private static final long STEP = 1009;

  private static final double RELATIVE = 2e-7;

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** All kinds of floats: of both signs, subnormal, infinite, and none. */
  private static float[] floats() {
    float[] all = new float[(int) ((1L << Integer.SIZE) / STEP)];
    for (int i = 0; i < all.length; i++) {
      all[i] = Float.intBitsToFloat((int) (i * STEP));
    }
    return all;
  }

  private static void check(BiConsumer<float[], float[]> fast, DoubleUnaryOperator exact) {
    float[] x = floats();
    float[] out = new float[x.length];
    fast.accept(out, x);
    for (int i = 0; i < x.length; i++) {
      double wanted = exact.applyAsDouble(x[i]);
      double bound = Math.max(RELATIVE * wanted, Float.MIN_VALUE);
      boolean right = Math.abs(out[i] - wanted) <= bound || out[i] == (float) wanted;
      assertThat(right || Float.isNaN(out[i]) && Double.isNaN(wanted))
          .as("%s at %s, not %s", out[i], x[i], wanted)
          .isTrue();
    }
  }

  @Test
  void exponentialsAreWithinTheBound() {
    check(Exponential::exp, Math::exp);
  }

  @Test
  void logisticFunctionIsWithinTheBound() {
    check(Exponential::sigmoid, ExponentialTest::sigmoid);
  }

  @Test
  void keepsSpecialValues() {
    float[] x = {
      0, -0f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, 88.7f, -103, 200
    };
    float[] out = new float[x.length];
    Exponential.exp(out, x);
    assertThat(out[0]).isEqualTo(1);
    assertThat(out[1]).isEqualTo(1);
    assertThat(out[2]).isInfinite();
    assertThat(out[3]).isZero();
    assertThat(out[4]).isNaN();
    assertThat(out[5]).isFinite();
    assertThat(out[6]).isEqualTo(Float.MIN_VALUE, within(Float.MIN_VALUE));
    assertThat(out[7]).isInfinite();
    Exponential.sigmoid(out, x);
    assertThat(out[0]).isEqualTo(0.5f);
    assertThat(out[1]).isEqualTo(0.5f);
    assertThat(out[2]).isEqualTo(1);
    assertThat(out[3]).isZero();
    assertThat(out[4]).isNaN();
  }
}
