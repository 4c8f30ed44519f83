package io.github.cotangent.examples.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * The lines in the plane on which a function of two variables has one value, as on a hiking map.
 *
 * <p>The plane is cut into small triangles. On a triangle the function is nearly flat, so that the
 * line crosses it straight, from one side to another, or misses it: a triangle, unlike a square,
 * leaves no doubt which two of its sides are crossed.
 *
 * @param level the function's value on the lines
 * @param xs where the pieces of line start and end: two points for a piece, then a gap
 * @param ys the same for the other coordinate; {@code NaN} at a gap
 */
public record Contour(double level, double[] xs, double[] ys) {

  private static final int CELLS = 600;

  /** Finds the lines of {@code level} in a part of the plane. */
  public static Contour of(
      DoubleBinaryOperator f, double level, double xMin, double xMax, double yMin, double yMax) {
    double width = (xMax - xMin) / CELLS;
    double height = (yMax - yMin) / CELLS;
    Pieces pieces = new Pieces(f, level);
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS; j++) {
        double left = xMin + i * width;
        double bottom = yMin + j * height;
        double right = left + width;
        double top = bottom + height;
        pieces.cross(new double[] {left, right, right}, new double[] {bottom, bottom, top});
        pieces.cross(new double[] {left, right, left}, new double[] {bottom, top, top});
      }
    }
    return new Contour(level, pieces.xs(), pieces.ys());
  }

  /** Collects the pieces of line, triangle by triangle. */
  private static final class Pieces {
    private final DoubleBinaryOperator f;
    private final double level;
    private final List<Double> xs = new ArrayList<>();
    private final List<Double> ys = new ArrayList<>();

    Pieces(DoubleBinaryOperator f, double level) {
      this.f = f;
      this.level = level;
    }

    /** Adds the piece of line inside the triangle with these corners, if there is one. */
    void cross(double[] x, double[] y) {
      double[] above = new double[3];
      for (int k = 0; k < 3; k++) {
        above[k] = f.applyAsDouble(x[k], y[k]) - level;
      }
      int found = 0;
      for (int k = 0; k < 3; k++) {
        int next = (k + 1) % 3;
        if (above[k] < 0 != above[next] < 0) {
          double part = above[k] / (above[k] - above[next]);
          xs.add(x[k] + part * (x[next] - x[k]));
          ys.add(y[k] + part * (y[next] - y[k]));
          found++;
        }
      }
      if (found > 0) {
        xs.add(xs.get(xs.size() - 1));
        ys.add(Double.NaN);
      }
    }

    double[] xs() {
      return xs.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[] ys() {
      return ys.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
