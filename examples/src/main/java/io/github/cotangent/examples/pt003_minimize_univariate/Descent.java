package io.github.cotangent.examples.pt003_minimize_univariate;

import java.util.function.DoubleUnaryOperator;

/** Gradient descent on a function of one variable. */
final class Descent {

  private Descent() {}

  /**
   * Walks downhill.
   *
   * @param derivative the slope of the function at each x
   * @param start where to begin
   * @param stepSize how far to go for a slope of 1
   * @param steps how many steps to take
   * @return all places visited, the start first: one more than there are steps
   */
  static double[] walk(DoubleUnaryOperator derivative, double start, double stepSize, int steps) {
    double[] visited = new double[steps + 1];
    double x = start;
    visited[0] = x;
    for (int i = 1; i <= steps; i++) {
      x = x - stepSize * derivative.applyAsDouble(x);
      visited[i] = x;
    }
    return visited;
  }
}
