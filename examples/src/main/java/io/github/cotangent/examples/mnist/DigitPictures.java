package io.github.cotangent.examples.mnist;

import io.github.cotangent.examples.chapter.BadUsageException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import javax.imageio.ImageIO;

/** Draws digits side by side, as ink on paper. */
public final class DigitPictures {

  /** Pixels of a row of pictures, about: a few pictures are drawn larger. */
  private static final int WIDTH = 900;

  private static final int LEAST_SCALE = 3;
  private static final int MOST_SCALE = 7;

  /** Between two pictures, in their pixels. */
  private static final int GAP = 2;

  private static final int PAPER = 0xFF;
  private static final int DESK = 0xD5DAE0;
  private static final int ABOVE = 0xB85400;
  private static final int BELOW = 0x0A4F9E;

  private DigitPictures() {}

  /**
   * Writes a PNG file with so many pictures in a row. A picture is 784 numbers; below 0 is paper,
   * above 1 is ink.
   *
   * @throws BadUsageException if the file cannot be written
   */
  public static void save(List<float[]> images, int columns, Path folder, String fileName) {
    save(images, columns, DigitPictures::ink, folder, fileName);
  }

  /**
   * The same for pictures of weights: white is 0, orange above it and blue below. The largest
   * magnitude in a picture has the full colour.
   *
   * @throws BadUsageException if the file cannot be written
   */
  public static void saveSigned(List<float[]> images, int columns, Path folder, String fileName) {
    List<float[]> scaled = images.stream().map(DigitPictures::scaled).toList();
    save(scaled, columns, DigitPictures::signed, folder, fileName);
  }

  private static void save(
      List<float[]> images, int columns, ToIntFunction<Float> color, Path folder, String fileName) {
    try {
      BufferedImage picture = grid(images, columns, color);
      ImageIO.write(picture, "png", folder.resolve(fileName).toFile());
    } catch (IOException e) {
      throw new BadUsageException("The picture '" + fileName + "' cannot be written.");
    }
  }

  private static BufferedImage grid(List<float[]> images, int columns, ToIntFunction<Float> color) {
    int rows = (images.size() + columns - 1) / columns;
    int scale =
        Math.min(MOST_SCALE, Math.max(LEAST_SCALE, WIDTH / (columns * (Digits.SIDE + GAP))));
    int gap = GAP * scale;
    int cell = Digits.SIDE * scale + gap;
    BufferedImage picture =
        new BufferedImage(
            columns * cell + gap, Math.max(1, rows) * cell + gap, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, DESK);
      }
    }
    for (int i = 0; i < images.size(); i++) {
      int left = i % columns * cell + gap;
      int top = i / columns * cell + gap;
      draw(images.get(i), color, picture, left, top, scale);
    }
    return picture;
  }

  private static void draw(
      float[] image,
      ToIntFunction<Float> color,
      BufferedImage picture,
      int left,
      int top,
      int scale) {
    for (int y = 0; y < scale * Digits.SIDE; y++) {
      for (int x = 0; x < scale * Digits.SIDE; x++) {
        float value = image[y / scale * Digits.SIDE + x / scale];
        picture.setRGB(left + x, top + y, color.applyAsInt(value));
      }
    }
  }

  private static int ink(float value) {
    return mixed(0, Math.min(1f, Math.max(0f, value)));
  }

  private static int signed(float value) {
    return mixed(value > 0 ? ABOVE : BELOW, Math.abs(value));
  }

  /** Paper, with so much of a colour, from 0 to 1, in place of it. */
  private static int mixed(int color, float part) {
    int result = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int full = color >> shift & 0xFF;
      result |= Math.round(PAPER + part * (full - PAPER)) << shift;
    }
    return result;
  }

  private static float[] scaled(float[] image) {
    float most = Float.MIN_NORMAL;
    for (float value : image) {
      most = Math.max(most, Math.abs(value));
    }
    float[] result = new float[image.length];
    for (int k = 0; k < image.length; k++) {
      result[k] = image[k] / most;
    }
    return result;
  }
}
