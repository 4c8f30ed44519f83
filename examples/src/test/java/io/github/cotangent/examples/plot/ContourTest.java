package io.github.cotangent.examples.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContourTest {

  @Test
  void followsACircle() {
    Contour circle = Contour.of((x, y) -> x * x + y * y, 4.0, -3, 3, -3, 3);
    assertThat(circle.xs()).hasSizeGreaterThan(100);
    for (int i = 0; i < circle.xs().length; i++) {
      if (!Double.isNaN(circle.ys()[i])) {
        assertThat(Math.hypot(circle.xs()[i], circle.ys()[i])).isCloseTo(2.0, within(1e-3));
      }
    }
  }

  @Test
  void isEmptyWhereTheLevelIsNotReached() {
    assertThat(Contour.of((x, y) -> x * x + y * y, -1.0, -3, 3, -3, 3).xs()).isEmpty();
  }
}
