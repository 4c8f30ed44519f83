package io.github.cotangent.examples.pt003_minimize_univariate;

import io.github.cotangent.examples.plot.Plot;
import java.awt.Color;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** The pictures of chapter 3. */
final class Plots {

  private Plots() {}

  /** Draws all of them into {@code folder} and tells their names. */
  static List<String> saveAll(Path folder) {
    stepSizes().save(folder, "pt003_step_sizes.png");
    convergence().save(folder, "pt003_convergence.png");
    valleys().save(folder, "pt003_two_valleys.png");
    return List.of("pt003_step_sizes.png", "pt003_convergence.png", "pt003_two_valleys.png");
  }

  /** Three walks down the parabola: too short a step, a good one, and one that is too long. */
  private static Plot stepSizes() {
    Plot plot = new Plot("Six steps down the parabola x² − 4x + 5", "x", "f(x)");
    curve(plot, "f(x)", Curves::parabola, -2.2, 6.2);
    walk(plot, "step size 1.1", Curves::parabola, walkParabola(1.1, 6), Plot.RED);
    walk(plot, "step size 0.9", Curves::parabola, walkParabola(0.9, 6), Plot.ORANGE);
    walk(plot, "step size 0.3", Curves::parabola, walkParabola(0.3, 6), Plot.GREEN);
    walk(plot, "step size 0.05", Curves::parabola, walkParabola(0.05, 6), Plot.BLUE);
    return plot.window(-2.5, 6.5, 0.0, 20.0);
  }

  /** How the distance from the bottom shrinks or grows, step by step. */
  private static Plot convergence() {
    Plot plot = new Plot("Distance from the bottom of the parabola", "step", "|x − 2|");
    double[] steps = IntStream.rangeClosed(0, 20).asDoubleStream().toArray();
    double[] sizes = {1.1, 1.0, 0.9, 0.05, 0.3};
    Color[] colors = {Plot.RED, Plot.GREY, Plot.ORANGE, Plot.BLUE, Plot.GREEN};
    for (int i = 0; i < sizes.length; i++) {
      double[] distances =
          Arrays.stream(walkParabola(sizes[i], 20)).map(x -> Math.abs(x - 2.0)).toArray();
      plot.path("step size " + sizes[i], steps, distances, colors[i]);
    }
    return plot.logarithmic();
  }

  /** Two walks that start a little apart and end in different valleys. */
  private static Plot valleys() {
    Plot plot = new Plot("Two valleys: x⁴ − 4x² + x", "x", "f(x)");
    curve(plot, "f(x)", Curves::twoValleys, -2.25, 2.15);
    double[] left = Descent.walk(dCurves::dTwoValleys, 0.1, 0.05, 60);
    double[] right = Descent.walk(dCurves::dTwoValleys, 0.2, 0.05, 60);
    walk(plot, "start at x = 0.1", Curves::twoValleys, left, Plot.BLUE);
    walk(plot, "start at x = 0.2", Curves::twoValleys, right, Plot.ORANGE);
    return plot;
  }

  private static double[] walkParabola(double stepSize, int steps) {
    return Descent.walk(dCurves::dParabola, 0.0, stepSize, steps);
  }

  private static void curve(Plot plot, String name, DoubleUnaryOperator f, double from, double to) {
    double[] xs =
        IntStream.rangeClosed(0, 400).mapToDouble(i -> from + (to - from) * i / 400).toArray();
    plot.curve(name, xs, Arrays.stream(xs).map(f).toArray(), Plot.GREY);
  }

  private static void walk(
      Plot plot, String name, DoubleUnaryOperator f, double[] xs, Color color) {
    plot.path(name, xs, Arrays.stream(xs).map(f).toArray(), color);
  }
}
