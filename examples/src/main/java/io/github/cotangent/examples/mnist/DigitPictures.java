package io.github.cotangent.examples.mnist;

import io.github.cotangent.examples.chapter.BadUsageException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Draws digits side by side, as ink on paper. */
public final class DigitPictures {

  private static final int SCALE = 3;
  private static final int GAP = 2 * SCALE;
  private static final int CELL = SCALE * Digits.SIDE + GAP;
  private static final int PAPER = 0xFF;
  private static final int DESK = 0xD5DAE0;

  private DigitPictures() {}

  /**
   * Writes a PNG file with so many pictures in a row. A picture is 784 numbers; below 0 is paper,
   * above 1 is ink.
   *
   * @throws BadUsageException if the file cannot be written
   */
  public static void save(List<float[]> images, int columns, Path folder, String fileName) {
    try {
      ImageIO.write(grid(images, columns), "png", folder.resolve(fileName).toFile());
    } catch (IOException e) {
      throw new BadUsageException("The picture '" + fileName + "' cannot be written.");
    }
  }

  private static BufferedImage grid(List<float[]> images, int columns) {
    int rows = (images.size() + columns - 1) / columns;
    BufferedImage picture =
        new BufferedImage(
            columns * CELL + GAP, Math.max(1, rows) * CELL + GAP, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        picture.setRGB(x, y, DESK);
      }
    }
    for (int i = 0; i < images.size(); i++) {
      draw(images.get(i), picture, i % columns * CELL + GAP, i / columns * CELL + GAP);
    }
    return picture;
  }

  private static void draw(float[] image, BufferedImage picture, int left, int top) {
    for (int y = 0; y < SCALE * Digits.SIDE; y++) {
      for (int x = 0; x < SCALE * Digits.SIDE; x++) {
        float ink = image[y / SCALE * Digits.SIDE + x / SCALE];
        int grey = Math.round(PAPER * (1f - Math.min(1f, Math.max(0f, ink))));
        picture.setRGB(left + x, top + y, grey << 16 | grey << 8 | grey);
      }
    }
  }
}
