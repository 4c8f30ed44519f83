package io.github.cotangent.examples.pt003_minimize_univariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescentTest {

  @Test
  void derivativesAgreeWithDifferences() {
    for (double x = -2.0; x <= 2.0; x += 0.25) {
      assertSlope(Curves::parabola, dCurves::dParabola, x);
      assertSlope(Curves::twoValleys, dCurves::dTwoValleys, x);
      assertSlope(Curves::rescueTime, dCurves::dRescueTime, 20.0 * x);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.9", "0.3, 0.4", "0.5, 0.0", "0.9, 0.8", "1.0, 1.0", "1.1, 1.2"})
  void everyStepMultipliesTheDistanceByTheSameFactor(double stepSize, double factor) {
    double[] xs = Descent.walk(dCurves::dParabola, 0.0, stepSize, 20);
    for (int i = 1; i < xs.length; i++) {
      double expected = Math.abs(xs[i - 1] - 2.0) * factor;
      assertThat(Math.abs(xs[i] - 2.0)).isCloseTo(expected, within(1e-12 * (1.0 + expected)));
    }
  }

  @Test
  void aWalkConvergesOrDivergesWithItsStepSize() {
    assertThat(Descent.walk(dCurves::dParabola, 0.0, 0.3, 40)[40]).isCloseTo(2.0, within(1e-12));
    assertThat(Math.abs(Descent.walk(dCurves::dParabola, 0.0, 1.1, 100)[100])).isGreaterThan(1e7);
  }

  @Test
  void theStartDecidesTheValley() {
    double left = Descent.walk(dCurves::dTwoValleys, 0.1, 0.05, 60)[60];
    double right = Descent.walk(dCurves::dTwoValleys, 0.2, 0.05, 60)[60];
    assertThat(left).isCloseTo(-1.472998, within(1e-5));
    assertThat(right).isCloseTo(1.346997, within(1e-5));
    assertThat(Curves.twoValleys(left)).isLessThan(Curves.twoValleys(right));
  }

  @Test
  void theFastestWayObeysTheLawOfRefraction() {
    double x = Descent.walk(dCurves::dRescueTime, 0.0, 20.0, 60)[60];
    double onLand = x / Math.hypot(30.0, x);
    double inWater = (50.0 - x) / Math.hypot(20.0, 50.0 - x);
    assertThat(onLand / inWater).isCloseTo(6.0 / 1.5, within(1e-9));
  }

  @Test
  void plotsArePictures(@TempDir Path folder) throws Exception {
    for (String name : Plots.saveAll(folder)) {
      assertThat(ImageIO.read(Files.newInputStream(folder.resolve(name))).getWidth())
          .isEqualTo(1600);
    }
  }

  private static void assertSlope(DoubleUnaryOperator f, DoubleUnaryOperator slope, double x) {
    double h = 1e-5;
    double difference = (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2.0 * h);
    assertThat(slope.applyAsDouble(x)).isCloseTo(difference, within(1e-7));
  }
}
