package io.github.cotangent.tensor.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast hyperbolic tangent, against that of {@code Math}. */
class HyperbolicTest {

  private static float tanh(float x) {
    float[] out = new float[1];
    Hyperbolic.tanh(out, new float[] {x});
    return out[0];
  }

  @Test
  void hasASmallRelativeError() {
    Random random = new Random(1);
    float[] xs = new float[100_000];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9) - 7));
    }
    float[] out = new float[xs.length];
    Hyperbolic.tanh(out, xs);
    for (int i = 0; i < xs.length; i++) {
      double exact = Math.tanh(xs[i]);
      assertThat((double) out[i])
          .as("tanh(%s)", xs[i])
          .isCloseTo(exact, within(4e-7 * Math.abs(exact)));
      assertThat(Math.abs(out[i])).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void endsAtOneAndKeepsSpecialValues() {
    assertThat(tanh(Float.POSITIVE_INFINITY)).isEqualTo(1, within(1e-7f));
    assertThat(tanh(Float.NEGATIVE_INFINITY)).isEqualTo(-1, within(1e-7f));
    assertThat(tanh(Float.NaN)).isNaN();
    assertThat(tanh(-0f)).isEqualTo(-0f);
    assertThat(tanh(Float.MIN_VALUE * 100)).isEqualTo(Float.MIN_VALUE * 100, within(1e-43f));
  }
}
