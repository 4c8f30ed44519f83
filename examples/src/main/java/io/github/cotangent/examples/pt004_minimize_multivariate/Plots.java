package io.github.cotangent.examples.pt004_minimize_multivariate;

import io.github.cotangent.examples.plot.Contour;
import io.github.cotangent.examples.plot.Plot;
import io.github.cotangent.examples.pt004_minimize_multivariate.Landscapes.Point;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The pictures of chapter 4. */
final class Plots {

  private Plots() {}

  /** Draws all of them into {@code folder} and tells their names. */
  static List<String> saveAll(Path folder) {
    bowl().save(folder, "pt004_bowl.png");
    rosenbrock().save(folder, "pt004_rosenbrock.png");
    convergence().save(folder, "pt004_convergence.png");
    return List.of("pt004_bowl.png", "pt004_rosenbrock.png", "pt004_convergence.png");
  }

  private static Plot bowl() {
    Plot plot = new Plot("A bowl, ten times as strongly curved in y as in x", "x", "y");
    for (double level : new double[] {1, 5, 12, 25, 45, 70, 100}) {
      plot.contour(
          Contour.of((x, y) -> Landscapes.bowl(new Point(x, y), 10.0), level, -4, 12, -4.5, 4.5),
          Plot.PALE);
    }
    Point[] plain = Descent.plain(Main.bowl(10.0), Main.BOWL_START, 0.18, 40);
    Point[] pushed = Descent.momentum(Main.bowl(10.0), Main.BOWL_START, 0.1, 0.6, 40);
    plot.path("plain steps", xs(plain), ys(plain), Plot.BLUE);
    plot.path("steps with momentum", xs(pushed), ys(pushed), Plot.ORANGE);
    plot.mark("lowest point", 0.0, 0.0, Plot.RED);
    return plot.window(-3.5, 11.5, -4.1, 4.1);
  }

  private static Plot rosenbrock() {
    Plot plot = new Plot("Rosenbrock's valley: 2000 steps of each walk", "x", "y");
    for (double level : new double[] {0.1, 0.5, 2, 5, 12, 30, 80, 200, 500}) {
      plot.contour(
          Contour.of((x, y) -> Landscapes.rosenbrock(new Point(x, y)), level, -2.1, 2.1, -0.6, 1.9),
          Plot.PALE);
    }
    Point[] plain = Descent.plain(dLandscapes::dRosenbrock, Main.VALLEY_START, 0.001, 2000);
    Point[] pushed =
        Descent.momentum(dLandscapes::dRosenbrock, Main.VALLEY_START, 0.001, 0.9, 2000);
    plot.track("steps with momentum", xs(pushed), ys(pushed), Plot.ORANGE);
    plot.track("plain steps", xs(plain), ys(plain), Plot.BLUE);
    plot.mark("starting point", Main.VALLEY_START.x(), Main.VALLEY_START.y(), Plot.GREEN);
    plot.mark("lowest point", 1.0, 1.0, Plot.RED);
    return plot.window(-2.0, 2.0, -0.45, 1.75);
  }

  private static Plot convergence() {
    Plot plot = new Plot("Rosenbrock's valley: distance from (1, 1)", "step", "distance");
    int last = 4000;
    // Every step at first, where much happens, then every twentieth.
    int[] steps = IntStream.rangeClosed(0, last).filter(i -> i < 100 || i % 20 == 0).toArray();
    double[] times = Arrays.stream(steps).asDoubleStream().toArray();
    Point[] plain = Descent.plain(dLandscapes::dRosenbrock, Main.VALLEY_START, 0.001, last);
    Point[] pushed =
        Descent.momentum(dLandscapes::dRosenbrock, Main.VALLEY_START, 0.001, 0.9, last);
    plot.track("plain steps", times, distances(plain, steps), Plot.BLUE);
    plot.track("steps with momentum", times, distances(pushed, steps), Plot.ORANGE);
    return plot.logarithmic();
  }

  private static double[] distances(Point[] walk, int[] steps) {
    return Arrays.stream(steps).mapToDouble(i -> Main.distance(walk[i], Main.GOAL)).toArray();
  }

  private static double[] xs(Point[] walk) {
    return coordinates(walk, Point::x);
  }

  private static double[] ys(Point[] walk) {
    return coordinates(walk, Point::y);
  }

  private static double[] coordinates(Point[] walk, ToDoubleFunction<Point> coordinate) {
    return Arrays.stream(walk).mapToDouble(coordinate).toArray();
  }
}
