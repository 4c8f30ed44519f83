package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubgradientsTest {

  @Test
  void maxAndMin() {
    assertThat(Subgradients.max(2.0, 1.0)).isEqualTo(1);
    assertThat(Subgradients.max(1.0, 2.0)).isEqualTo(0);
    assertThat(Subgradients.max(-0.0, 0.0)).isEqualTo(0.5);
    assertThat(Subgradients.max(Double.NaN, 0.0)).isNaN();
    assertThat(Subgradients.max(0.0, Double.NaN)).isNaN();
    assertThat(Subgradients.min(2.0, 1.0)).isEqualTo(0);
    assertThat(Subgradients.min(1.0, 2.0)).isEqualTo(1);
    assertThat(Subgradients.min(0.0, -0.0)).isEqualTo(0.5);
    assertThat(Subgradients.min(Double.NaN, 0.0)).isNaN();
  }

  @Test
  void floatsAsDoubles() {
    assertThat(Subgradients.max(2f, 1f)).isEqualTo(1f);
    assertThat(Subgradients.max(2f, 2f)).isEqualTo(0.5f);
    assertThat(Subgradients.max(2f, Float.NaN)).isNaN();
    assertThat(Subgradients.min(2f, 1f)).isEqualTo(0f);
    assertThat(Subgradients.clamp(0f, -1f, 1f)).isEqualTo(1f);
    assertThat(Subgradients.clampMin(-2f, -1f, 1f)).isEqualTo(1f);
    assertThat(Subgradients.clampMax(2f, -1f, 1f)).isEqualTo(1f);
  }

  @Test
  void clampTakesTheOperandThatIsTheResult() {
    assertThat(clamp(0, -1, 1)).containsExactly(1, 0, 0);
    assertThat(clamp(-2, -1, 1)).containsExactly(0, 1, 0);
    assertThat(clamp(2, -1, 1)).containsExactly(0, 0, 1);
    assertThat(clamp(2, 1, 1)).containsExactly(0, 0, 1);
    assertThat(clamp(0, 1, 1)).containsExactly(0, 1, 0);
  }

  @Test
  void clampSharesTies() {
    assertThat(clamp(-1, -1, 1)).containsExactly(0.5, 0.5, 0);
    assertThat(clamp(1, -1, 1)).containsExactly(0.5, 0, 0.5);
    assertThat(clamp(1, 1, 1)).containsExactly(1.0 / 3, 1.0 / 3, 1.0 / 3);
    assertThat(clamp(Double.NaN, 0, 1)).containsOnly(Double.NaN);
  }

  private static double[] clamp(double x, double min, double max) {
    return new double[] {
      Subgradients.clamp(x, min, max),
      Subgradients.clampMin(x, min, max),
      Subgradients.clampMax(x, min, max)
    };
  }
}
