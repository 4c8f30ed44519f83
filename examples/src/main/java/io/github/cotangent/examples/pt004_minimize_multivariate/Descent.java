package io.github.cotangent.examples.pt004_minimize_multivariate;

import io.github.cotangent.examples.pt004_minimize_multivariate.Landscapes.Point;
import java.util.function.UnaryOperator;

/** Two ways to walk downhill in the plane. */
final class Descent {

  private Descent() {}

  /** Gradient descent: all places visited, the start first. */
  static Point[] plain(UnaryOperator<Point> gradient, Point start, double stepSize, int steps) {
    return momentum(gradient, start, stepSize, 0.0, steps);
  }

  /**
   * Descent with momentum: every step repeats a part of the step before it. With {@code keep} 0 it
   * repeats nothing, and this is plain gradient descent.
   *
   * @param gradient the gradient of the function at each place
   * @param start where to begin
   * @param stepSize how far to go for a slope of 1
   * @param keep the part of the last step that is repeated, from 0 to less than 1
   * @param steps how many steps to take
   * @return all places visited, the start first
   */
  static Point[] momentum(
      UnaryOperator<Point> gradient, Point start, double stepSize, double keep, int steps) {
    Point[] visited = new Point[steps + 1];
    Point p = start;
    visited[0] = p;
    double stepX = 0.0;
    double stepY = 0.0;
    for (int i = 1; i <= steps; i++) {
      Point slope = gradient.apply(p);
      stepX = keep * stepX - stepSize * slope.x();
      stepY = keep * stepY - stepSize * slope.y();
      p = new Point(p.x() + stepX, p.y() + stepY);
      visited[i] = p;
    }
    return visited;
  }
}
