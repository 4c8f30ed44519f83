package io.github.cotangent.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsTest {

  private static final Digits DIGITS = DrawnDigits.draw(50, 3);

  @Test
  void pixelsAreTheBytesFromZeroToOne() {
    byte[] pixels = new byte[Digits.PIXELS];
    pixels[1] = (byte) 255;
    pixels[2] = 51;
    Digits one = new Digits(pixels, new byte[] {4});
    assertThat(one.count()).isEqualTo(1);
    assertThat(one.label(0)).isEqualTo(4);
    assertThat(one.image(0)).hasSize(784).startsWith(0f, 1f, 0.2f, 0f);
  }

  @Test
  void whatIsGivenAwayIsACopy() {
    DIGITS.image(0)[400] = 7f;
    DIGITS.labels()[0] = 7;
    Digits again = DrawnDigits.draw(50, 3);
    assertThat(DIGITS.image(0)).isEqualTo(again.image(0));
    assertThat(DIGITS.labels()).isEqualTo(again.labels());
  }

  @Test
  void subsets() {
    Digits some = DIGITS.subset(10, 30);
    assertThat(some.count()).isEqualTo(20);
    assertThat(some.label(0)).isEqualTo(DIGITS.label(10));
    assertThat(some.image(19)).isEqualTo(DIGITS.image(29));
    assertThat(some.pixels(0, 20)).isEqualTo(DIGITS.pixels(10, 30));
    assertThat(DIGITS.subset(5, 5).count()).isZero();
    assertThatThrownBy(() -> DIGITS.subset(0, 51)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> DIGITS.pixels(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void someLabelsOnly() {
    Digits odd = DIGITS.only(label -> label % 2 == 1);
    int[] expected = Arrays.stream(DIGITS.labels()).filter(label -> label % 2 == 1).toArray();
    assertThat(odd.labels()).isEqualTo(expected);
    int first = 0;
    while (DIGITS.label(first) % 2 == 0) {
      first++;
    }
    assertThat(odd.image(0)).isEqualTo(DIGITS.image(first));
  }

  @Test
  void aMatrixHasARowForEachPicture() {
    Tensor images = DIGITS.images();
    assertThat(images.shape()).containsExactly(50, 784);
    assertThat(images.index(0, 7).toFloats()).isEqualTo(DIGITS.image(7));
  }

  @Test
  void shufflingKeepsPicturesAndLabelsTogether() {
    byte[] pixels = new byte[10 * Digits.PIXELS];
    byte[] labels = new byte[10];
    for (int i = 0; i < 10; i++) {
      pixels[i * Digits.PIXELS] = (byte) (i * 25);
      labels[i] = (byte) i;
    }
    Digits ordered = new Digits(pixels, labels);
    Digits mixed = ordered.shuffled(9);
    assertThat(mixed.labels()).isEqualTo(ordered.shuffled(9).labels());
    assertThat(mixed.labels()).isNotEqualTo(ordered.labels());
    assertThat(mixed.labels()).isNotEqualTo(ordered.shuffled(10).labels());
    assertThat(mixed.labels()).containsExactlyInAnyOrder(ordered.labels());
    for (int i = 0; i < 10; i++) {
      assertThat(mixed.image(i)).isEqualTo(ordered.image(mixed.label(i)));
    }
  }

  @Test
  void shiftsMoveEveryPixel() {
    for (int[] way : new int[][] {{0, 0}, {2, 0}, {-2, 1}, {1, -2}, {0, 27}, {-28, 0}, {40, -40}}) {
      Digits moved = DIGITS.shifted(way[0], way[1]);
      assertThat(moved.labels()).isEqualTo(DIGITS.labels());
      for (int i = 0; i < 5; i++) {
        assertThat(moved.image(i)).isEqualTo(movedByHand(DIGITS.image(i), way[0], way[1]));
      }
    }
  }

  @Test
  void shiftsAtRandomTakeEveryWay() {
    byte[] pixels = new byte[1000 * Digits.PIXELS];
    for (int i = 0; i < 1000; i++) {
      pixels[i * Digits.PIXELS + 14 * Digits.SIDE + 14] = (byte) 255;
    }
    Digits points = new Digits(pixels, new byte[1000]);
    Digits moved = points.shiftedAtRandom(2, 7);
    assertThat(IdxFiles.pixels(moved)).isEqualTo(IdxFiles.pixels(points.shiftedAtRandom(2, 7)));
    assertThat(IdxFiles.pixels(moved)).isNotEqualTo(IdxFiles.pixels(points.shiftedAtRandom(2, 8)));
    int[][] counts = new int[5][5];
    for (int i = 0; i < 1000; i++) {
      float[] image = moved.image(i);
      for (int y = 0; y < 5; y++) {
        for (int x = 0; x < 5; x++) {
          counts[y][x] += Math.round(image[(12 + y) * Digits.SIDE + 12 + x]);
        }
      }
    }
    assertThat(Arrays.stream(counts).flatMapToInt(Arrays::stream).sum()).isEqualTo(1000);
    assertThat(Arrays.stream(counts).flatMapToInt(Arrays::stream)).allMatch(n -> n > 15 && n < 70);
  }

  @Test
  void aPictureOfPictures(@TempDir Path folder) throws IOException {
    float[] faint = new float[Digits.PIXELS];
    faint[0] = 0.5f;
    faint[1] = 3f;
    faint[2] = -1f;
    List<float[]> pictures = List.of(faint, DIGITS.image(0), DIGITS.image(1));
    DigitPictures.save(pictures, 2, folder, "few.png");
    BufferedImage large = ImageIO.read(folder.resolve("few.png").toFile());
    assertThat(large.getWidth()).isEqualTo(2 * 210 + 14);
    assertThat(large.getHeight()).isEqualTo(2 * 210 + 14);
    assertThat(large.getRGB(14, 20) & 0xFFFFFF).isEqualTo(0x808080);
    assertThat(large.getRGB(21, 20) & 0xFFFFFF).isEqualTo(0x000000);

    DigitPictures.save(pictures, 10, folder, "some.png");
    BufferedImage picture = ImageIO.read(folder.resolve("some.png").toFile());
    assertThat(picture.getWidth()).isEqualTo(10 * 90 + 6);
    assertThat(picture.getHeight()).isEqualTo(90 + 6);
    assertThat(picture.getRGB(7, 7) & 0xFFFFFF).isEqualTo(0x808080);
    assertThat(picture.getRGB(10, 7) & 0xFFFFFF).isEqualTo(0x000000);
    assertThat(picture.getRGB(13, 7) & 0xFFFFFF).isEqualTo(0xFFFFFF);
  }

  private static float[] movedByHand(float[] image, int right, int down) {
    float[] result = new float[image.length];
    for (int y = 0; y < Digits.SIDE; y++) {
      for (int x = 0; x < Digits.SIDE; x++) {
        int fromX = x - right;
        int fromY = y - down;
        if (fromX >= 0 && fromX < Digits.SIDE && fromY >= 0 && fromY < Digits.SIDE) {
          result[y * Digits.SIDE + x] = image[fromY * Digits.SIDE + fromX];
        }
      }
    }
    return result;
  }
}
