package io.github.cotangent.examples.pt007_multiclass;

import io.github.cotangent.examples.chapter.BadUsageException;
import io.github.cotangent.examples.plot.Plot;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Draws a confusion matrix: what is right in blue, mistakes in orange, the deeper the more. */
final class ConfusionPicture {

  private static final int CELL = 62;
  private static final int MARGIN = 70;

  private final Confusion confusion;
  private final BufferedImage image;
  private final Graphics2D graphics;

  private ConfusionPicture(Confusion confusion) {
    this.confusion = confusion;
    int side = MARGIN + CELL * Labelled.CLASSES + MARGIN / 4;
    image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
  }

  /**
   * Writes a PNG file.
   *
   * @throws BadUsageException if it cannot be written
   */
  static void save(Confusion confusion, Path folder, String fileName) {
    // The colours of Plot come first: with them AWT is told that it needs no screen.
    Color right = Plot.BLUE;
    ConfusionPicture picture = new ConfusionPicture(confusion);
    picture.draw(right, Plot.ORANGE);
    try {
      ImageIO.write(picture.image, "png", folder.resolve(fileName).toFile());
    } catch (IOException e) {
      throw new BadUsageException("The picture '" + fileName + "' cannot be written.");
    }
  }

  private void draw(Color right, Color wrong) {
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    int worst = 1;
    for (int i = 0; i < Labelled.CLASSES; i++) {
      for (int j = 0; j < Labelled.CLASSES; j++) {
        worst = i == j ? worst : Math.max(worst, confusion.counts()[i][j]);
      }
    }
    for (int i = 0; i < Labelled.CLASSES; i++) {
      text(String.valueOf(i), MARGIN + i * CELL, MARGIN - CELL, Plot.GREY);
      text(String.valueOf(i), MARGIN - CELL, MARGIN + i * CELL, Plot.GREY);
      for (int j = 0; j < Labelled.CLASSES; j++) {
        int count = confusion.counts()[i][j];
        double depth = i == j ? 0.9 : Math.sqrt((double) count / worst);
        cell(MARGIN + j * CELL, MARGIN + i * CELL, i == j ? right : wrong, depth);
        if (count > 0) {
          Color ink = i == j ? Color.WHITE : Color.BLACK;
          text(String.valueOf(count), MARGIN + j * CELL, MARGIN + i * CELL, ink);
        }
      }
    }
    label("read as", MARGIN + CELL * Labelled.CLASSES / 2, 16);
    graphics.rotate(-Math.PI / 2);
    label("written", -(MARGIN + CELL * Labelled.CLASSES / 2), 16);
    graphics.dispose();
  }

  private void cell(int x, int y, Color color, double depth) {
    graphics.setColor(
        new Color(
            mixed(color.getRed(), depth),
            mixed(color.getGreen(), depth),
            mixed(color.getBlue(), depth)));
    graphics.fillRect(x + 1, y + 1, CELL - 2, CELL - 2);
  }

  private static int mixed(int component, double depth) {
    int paper = 0xF4;
    return (int) Math.round(paper + depth * (component - paper));
  }

  /** Text in the middle of a cell. */
  private void text(String text, int x, int y, Color color) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 19));
    graphics.setColor(color);
    int width = graphics.getFontMetrics().stringWidth(text);
    graphics.drawString(text, x + (CELL - width) / 2, y + CELL / 2 + 7);
  }

  private void label(String text, int middle, int y) {
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 17));
    graphics.setColor(Color.BLACK);
    graphics.drawString(text, middle - graphics.getFontMetrics().stringWidth(text) / 2, y);
  }
}
