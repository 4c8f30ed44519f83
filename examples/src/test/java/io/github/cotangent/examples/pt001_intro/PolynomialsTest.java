package io.github.cotangent.examples.pt001_intro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialsTest {

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void theGeneratedSlopeIsTheOneByHand(double x) {
    assertThat(dPolynomials.dCubePlusX(x)).isEqualTo(Main.slopeByHand(x));
    assertThat(dPolynomials.dCubePlusX(x)).isCloseTo(Main.slopeByDifference(x), within(1e-6));
  }

  @Test
  void secantsApproachTheSlopeAndThenDrownInRounding() {
    assertThat(Main.secantSlope(1.0)).isEqualTo(38.0);
    assertThat(Main.secantSlope(1e-3)).isCloseTo(28.0, within(1e-2));
    assertThat(Main.secantSlope(1e-15)).isNotCloseTo(28.0, within(1.0));
  }

  @Test
  void valueAndGradientComeTogether() {
    dPolynomials.CubePlusXValueAndGradient both = dPolynomials.cubePlusXValueAndGradient(3.0);
    assertThat(both.value()).isEqualTo(30.0);
    assertThat(both.gradient()).isEqualTo(28.0);
  }
}
