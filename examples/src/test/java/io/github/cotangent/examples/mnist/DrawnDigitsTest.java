package io.github.cotangent.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class DrawnDigitsTest {

  private static final Digits TRAIN = DrawnDigits.draw(3000, 11);

  @Test
  void theSameSeedGivesTheSameDigits() {
    assertThat(IdxFiles.pixels(DrawnDigits.draw(200, 11)))
        .isEqualTo(IdxFiles.pixels(TRAIN.subset(0, 200)));
    assertThat(DrawnDigits.draw(200, 11).labels()).isEqualTo(TRAIN.subset(0, 200).labels());
    assertThat(IdxFiles.pixels(DrawnDigits.draw(200, 12)))
        .isNotEqualTo(IdxFiles.pixels(TRAIN.subset(0, 200)));
  }

  /** To the last bit, on every machine and Java. */
  @Test
  void theSameSeedGivesTheSameDigitsEverywhere() {
    CRC32 sum = new CRC32();
    sum.update(IdxFiles.pixels(TRAIN));
    sum.update(IdxFiles.labels(TRAIN));
    assertThat(sum.getValue()).isEqualTo(2997451989L);
  }

  @Test
  void allDigitsAreDrawnAboutEquallyOften() {
    int[] counts = new int[10];
    for (int label : TRAIN.labels()) {
      counts[label]++;
    }
    assertThat(Arrays.stream(counts).min().getAsInt()).isGreaterThan(240);
    assertThat(Arrays.stream(counts).max().getAsInt()).isLessThan(360);
  }

  @Test
  void everyPictureHasInk() {
    for (int i = 0; i < TRAIN.count(); i++) {
      float most = 0;
      double all = 0;
      for (float ink : TRAIN.image(i)) {
        most = Math.max(most, ink);
        all += ink;
      }
      assertThat(most).as("darkest pixel of digit %d", i).isGreaterThan(0.9f);
      assertThat(all).as("ink of digit %d", i).isBetween(15.0, 260.0);
    }
  }

  @Test
  void nearlyAllStayInsideTheirPicture() {
    int touching = 0;
    for (int i = 0; i < TRAIN.count(); i++) {
      float[] image = TRAIN.image(i);
      float edge = 0;
      for (int k = 0; k < Digits.SIDE; k++) {
        edge += image[k] + image[(Digits.SIDE - 1) * Digits.SIDE + k];
        edge += image[k * Digits.SIDE] + image[k * Digits.SIDE + Digits.SIDE - 1];
      }
      touching += edge > 0 ? 1 : 0;
    }
    assertThat(touching).isLessThan(TRAIN.count() / 50);
  }

  @Test
  void aNearestMeanTellsThemApart() {
    double drawn = NearestMean.of(TRAIN).accuracy(DrawnDigits.draw(1000, 12));
    System.out.printf("Nearest mean on drawn digits: %.1f %%%n", 100 * drawn);
    assertThat(drawn).isGreaterThan(0.7);
  }

  @Test
  void genuineDigitsForComparison() {
    MnistFolder folder = new MnistFolder(GenuineDigits.folder());
    Digits test = folder.test();
    double genuine = NearestMean.of(folder.train()).accuracy(test);
    double across = NearestMean.of(TRAIN).accuracy(test);
    System.out.printf(
        "Nearest mean on genuine digits: %.1f %%; with means of drawn ones: %.1f %%%n",
        100 * genuine, 100 * across);
    assertThat(genuine).isGreaterThan(0.8);
  }
}
