package io.github.cotangent.examples.pt004_minimize_multivariate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.examples.pt004_minimize_multivariate.Landscapes.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescentTest {

  private static final Point BOTTOM = new Point(0.0, 0.0);

  @Test
  void gradientsAgreeWithTheOnesByHand() {
    for (double x = -1.5; x <= 1.5; x += 0.25) {
      for (double y = -1.5; y <= 1.5; y += 0.25) {
        Point p = new Point(x, y);
        Point bowl = dLandscapes.dBowl(p, 10.0);
        assertThat(bowl.x()).isCloseTo(x, within(1e-12));
        assertThat(bowl.y()).isCloseTo(10.0 * y, within(1e-12));
        Point valley = dLandscapes.dRosenbrock(p);
        double offFloor = y - x * x;
        assertThat(valley.x()).isCloseTo(-2.0 * (1.0 - x) - 400.0 * x * offFloor, within(1e-10));
        assertThat(valley.y()).isCloseTo(200.0 * offFloor, within(1e-10));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0, 10.0, 100.0})
  void aBowlIsLeftBeyondTheLongestStepSize(double stretch) {
    Point inside = last(Descent.plain(Main.bowl(stretch), Main.BOWL_START, 1.9 / stretch, 5000));
    Point outside = last(Descent.plain(Main.bowl(stretch), Main.BOWL_START, 2.1 / stretch, 500));
    assertThat(Main.distance(inside, BOTTOM)).isLessThan(1e-6);
    assertThat(Main.distance(outside, BOTTOM)).isGreaterThan(1e6);
  }

  @Test
  void momentumNeedsFewerStepsInRosenbrocksValley() {
    Point[] plain = Descent.plain(dLandscapes::dRosenbrock, Main.VALLEY_START, 0.001, 20_000);
    Point[] pushed =
        Descent.momentum(dLandscapes::dRosenbrock, Main.VALLEY_START, 0.001, 0.9, 20_000);
    assertThat(Main.distance(last(plain), Main.GOAL)).isLessThan(1e-3);
    assertThat(Main.distance(last(pushed), Main.GOAL)).isLessThan(1e-12);
    int plainSteps = Main.stepsUntil(plain, Main.GOAL, 0.01);
    int pushedSteps = Main.stepsUntil(pushed, Main.GOAL, 0.01);
    assertThat(10 * pushedSteps).isLessThan(plainSteps);
  }

  @Test
  void rosenbrocksValleyIsLeftWithTooLongAStep() {
    Point p = last(Descent.plain(dLandscapes::dRosenbrock, Main.VALLEY_START, 0.01, 20));
    assertThat(Double.isFinite(p.x()) && Math.abs(p.x()) < 100.0).isFalse();
  }

  @Test
  void plotsArePictures(@TempDir Path folder) throws Exception {
    for (String name : Plots.saveAll(folder)) {
      assertThat(ImageIO.read(Files.newInputStream(folder.resolve(name))).getWidth())
          .isEqualTo(1600);
    }
  }

  private static Point last(Point[] walk) {
    return walk[walk.length - 1];
  }
}
