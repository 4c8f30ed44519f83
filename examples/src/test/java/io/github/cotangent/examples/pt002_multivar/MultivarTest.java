package io.github.cotangent.examples.pt002_multivar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.examples.pt002_multivar.LineFit.Line;
import io.github.cotangent.examples.pt002_multivar.dHill.HeightGradient;
import org.junit.jupiter.api.Test;

class MultivarTest {

  private static final double[] XS = {0.0, 1.0, 2.0, 3.0};
  private static final double[] YS = {1.0, 3.0, 5.0, 7.0};

  @Test
  void allPartialsOfTheHillComeInOneRecord() {
    assertThat(dHill.dHeight(3.0, 2.0)).isEqualTo(new HeightGradient(-4.0, -5.0));
    // At the top the ground is level in every direction.
    assertThat(dHill.dHeight(0.0, 0.0)).isEqualTo(new HeightGradient(0.0, 0.0));
  }

  @Test
  void onlyTheRateHasADerivative() {
    double byHand = 1000.0 * 10.0 * Math.pow(1.03, 9.0);
    assertThat(dSavings.dBalance(1000.0, 0.03, 10)).isCloseTo(byHand, within(1e-8));
    assertThat(dSavings.dBalance(1000.0, 0.03, 0)).isZero();
    assertThat(dSavings.dBalance(1000.0, 0.03, -3)).isZero();
  }

  @Test
  void theGradientOfAnArrayIsANewArray() {
    double[] v = {3.0, -1.0, 0.5};
    assertThat(dVectors.dSumOfSquares(v)).containsExactly(6.0, -2.0, 1.0);
    assertThat(v).containsExactly(3.0, -1.0, 0.5);
    assertThat(dVectors.dSumOfSquares(new double[0])).isEmpty();
  }

  @Test
  void theGradientOfALineIsALine() {
    assertThat(dLineFit.dTotalMiss(new Line(1, 1), XS, YS)).isEqualTo(new Line(-28, -12));
    assertThat(dLineFit.dTotalMiss(new Line(2, 1), XS, YS)).isEqualTo(new Line(0, 0));
  }
}
