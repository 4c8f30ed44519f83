package io.github.cotangent.examples.plot;

import io.github.cotangent.examples.chapter.BadUsageException;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A picture: curves, paths and marks over two axes, drawn in the order in which they are added.
 *
 * <pre>{@code
 * new Plot("A parabola", "x", "f(x)").curve("f", xs, ys, Plot.GREY).save(folder, "parabola.png");
 * }</pre>
 */
public final class Plot {

  static {
    // Nothing here opens a window, so a machine without a screen will do. Before the first colour:
    // that is when AWT looks for one.
    System.setProperty("java.awt.headless", "true");
  }

  // Colours that stay apart for readers who do not see all of them alike.
  /** For what the eye should not rest on. */
  public static final Color GREY = new Color(0x7A828C);

  /** For what stands behind everything else. */
  public static final Color PALE = new Color(0xB9C0C9);

  public static final Color BLUE = new Color(0x0B6FB8);
  public static final Color ORANGE = new Color(0xE07B00);
  public static final Color GREEN = new Color(0x1A936F);
  public static final Color RED = new Color(0xC8323C);

  private static final int WIDTH = 800;
  private static final int HEIGHT = 520;
  private static final int SCALE = 2;
  private static final float CURVE_WIDTH = 2.2f;
  private static final int SMALL = 4;
  private static final float CONTOUR_WIDTH = 1f;
  private static final float PATH_WIDTH = 1.6f;

  private final XYChart chart;

  /** An empty picture with a title and the names of its axes. */
  public Plot(String title, String xAxis, String yAxis) {
    chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(xAxis)
            .yAxisTitle(yAxis)
            .build();
    style(chart.getStyler());
  }

  /** Adds a smooth line through many points. */
  public Plot curve(String name, double[] xs, double[] ys, Color color) {
    add(name, xs, ys, color, SeriesMarkers.NONE, CURVE_WIDTH);
    return this;
  }

  /** Adds points that belong to one walk: dots, joined in their order. */
  public Plot path(String name, double[] xs, double[] ys, Color color) {
    add(name, xs, ys, color, SeriesMarkers.CIRCLE, PATH_WIDTH);
    return this;
  }

  /** Adds a walk of too many points to show each as a dot. */
  public Plot track(String name, double[] xs, double[] ys, Color color) {
    add(name, xs, ys, color, SeriesMarkers.NONE, PATH_WIDTH);
    return this;
  }

  /** Adds one point that the eye should find. */
  public Plot mark(String name, double x, double y, Color color) {
    add(name, new double[] {x}, new double[] {y}, color, SeriesMarkers.DIAMOND, PATH_WIDTH)
        .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    return this;
  }

  /** Adds points that are not joined. */
  public Plot points(String name, double[] xs, double[] ys, Color color) {
    add(name, xs, ys, color, SeriesMarkers.CIRCLE, PATH_WIDTH)
        .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    return this;
  }

  /** Adds the lines on which a function of two variables has one value; kept out of the legend. */
  public Plot contour(Contour contour, Color color) {
    if (contour.xs().length > 0) {
      add(
              "level " + contour.level(),
              contour.xs(),
              contour.ys(),
              color,
              SeriesMarkers.NONE,
              CONTOUR_WIDTH)
          .setShowInLegend(false);
    }
    return this;
  }

  /** Draws dots and marks small, where there are many. */
  public Plot small() {
    chart.getStyler().setMarkerSize(SMALL);
    return this;
  }

  /** Shows exactly this part of the plane. */
  public Plot window(double xMin, double xMax, double yMin, double yMax) {
    chart.getStyler().setXAxisMin(xMin).setXAxisMax(xMax).setYAxisMin(yMin).setYAxisMax(yMax);
    return this;
  }

  /** Spaces the vertical axis by powers of ten. */
  public Plot logarithmic() {
    chart.getStyler().setYAxisLogarithmic(true);
    return this;
  }

  /**
   * Writes the picture as a PNG file.
   *
   * @throws BadUsageException if the file cannot be written
   */
  public void save(Path folder, String fileName) {
    try {
      ImageIO.write(image(), "png", folder.resolve(fileName).toFile());
    } catch (IOException e) {
      throw new BadUsageException("The plot '" + fileName + "' cannot be written.");
    }
  }

  private BufferedImage image() {
    BufferedImage image =
        new BufferedImage(SCALE * WIDTH, SCALE * HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(SCALE, SCALE);
    // Without this every point of a line is moved to the middle of a pixel, and curves look rough.
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    chart.paint(graphics, WIDTH, HEIGHT);
    graphics.dispose();
    return image;
  }

  private XYSeries add(
      String name, double[] xs, double[] ys, Color color, Marker marker, float width) {
    XYSeries series = chart.addSeries(name, xs, ys);
    series.setMarker(marker).setMarkerColor(color);
    series.setLineColor(color);
    series.setLineStyle(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    return series;
  }

  private static void style(XYStyler styler) {
    Font text = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartTitleFont(text.deriveFont(Font.BOLD, 16f));
    styler.setChartTitleBoxVisible(false);
    styler.setChartPadding(14);
    styler.setPlotBorderVisible(false);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendFont(text);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setMarkerSize(7);
    styler.setAxisTitleFont(text.deriveFont(Font.BOLD));
    styler.setAxisTickLabelsFont(text);
    styler.setPlotGridLinesColor(new Color(0xE6E9ED));
    styler.setPlotGridLinesStroke(new BasicStroke(1f));
    styler.setXAxisTickMarkSpacingHint(90);
    styler.setXAxisDecimalPattern("0.###");
    styler.setYAxisDecimalPattern("0.########");
    styler.setPlotContentSize(0.97);
  }
}
