package io.github.cotangent.examples.pt004_minimize_multivariate;

import io.github.cotangent.examples.chapter.Chapter;
import io.github.cotangent.examples.chapter.PlotFolder;
import io.github.cotangent.examples.pt004_minimize_multivariate.Landscapes.Point;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Walks down bowls of several shapes and down Rosenbrock's valley, and draws the walks. */
@Command(
    name = "pt004_minimize_multivariate",
    description = "Walks down bowls and Rosenbrock's valley.")
public final class Main implements Callable<Integer> {

  static final Point BOWL_START = new Point(10.0, 3.0);
  static final Point VALLEY_START = new Point(-1.2, 1.0);
  static final Point GOAL = new Point(1.0, 1.0);

  @Mixin private PlotFolder plots = new PlotFolder();

  private Main() {}

  /** Prints what the chapter's page shows and draws its plots; {@code --plots <folder>}. */
  public static void main(String[] args) {
    Chapter.run(new Main(), args);
  }

  @Override
  public Integer call() {
    Path folder = plots.path();
    printGradients();
    printBowlWalk();
    printConditionNumbers();
    printRosenbrock();
    print("%nPlots: %s%n", String.join(", ", Plots.saveAll(folder)));
    return 0;
  }

  /** The gradient of the bowl with this stretch. */
  static UnaryOperator<Point> bowl(double stretch) {
    return p -> dLandscapes.dBowl(p, stretch);
  }

  /** How many steps bring {@code walk} closer than {@code distance} to the goal, for good. */
  static int stepsUntil(Point[] walk, Point goal, double distance) {
    int steps = walk.length;
    while (steps > 0 && distance(walk[steps - 1], goal) < distance) {
      steps--;
    }
    return steps;
  }

  static double distance(Point p, Point q) {
    return Math.hypot(p.x() - q.x(), p.y() - q.y());
  }

  private static void printGradients() {
    print("Gradients of Rosenbrock's valley%n%n");
    print("     x      y          f      df/dx      df/dy%n");
    for (Point p : new Point[] {VALLEY_START, new Point(0.0, 0.0), new Point(0.5, 0.25), GOAL}) {
      Point slope = dLandscapes.dRosenbrock(p);
      // Adding 0.0 turns the number -0.0 into 0.0, and leaves all others alone.
      print(
          "%6.2f %6.2f %10.4f %10.4f %10.4f%n",
          p.x(), p.y(), Landscapes.rosenbrock(p), slope.x() + 0.0, slope.y() + 0.0);
    }
  }

  private static void printBowlWalk() {
    Point[] walk = Descent.plain(bowl(10.0), BOWL_START, 0.18, 60);
    print("%nThe bowl with stretch 10, from (10, 3) with step size 0.18%n%n");
    print("step          x          y          f%n");
    for (int i : new int[] {0, 1, 2, 3, 4, 5, 10, 20, 40, 60}) {
      print(
          "%4d %10.6f %10.6f %10.6f%n",
          i, walk[i].x(), walk[i].y(), Landscapes.bowl(walk[i], 10.0));
    }
  }

  private static void printConditionNumbers() {
    print("%nSteps until the distance from (0, 0) stays below 0.001%n%n");
    print("stretch   plain   momentum%n");
    for (double stretch : new double[] {1.0, 10.0, 100.0, 1000.0}) {
      double longest = 2.0 / (1.0 + stretch);
      double root = Math.sqrt(stretch);
      double stepSize = 4.0 / ((root + 1.0) * (root + 1.0));
      double keep = (root - 1.0) * (root - 1.0) / ((root + 1.0) * (root + 1.0));
      Point[] plain = Descent.plain(bowl(stretch), BOWL_START, longest, 20_000);
      Point[] pushed = Descent.momentum(bowl(stretch), BOWL_START, stepSize, keep, 20_000);
      Point bottom = new Point(0.0, 0.0);
      print(
          "%7.0f %7d %10d%n",
          stretch, stepsUntil(plain, bottom, 0.001), stepsUntil(pushed, bottom, 0.001));
    }
  }

  private static void printRosenbrock() {
    Point[] plain = Descent.plain(dLandscapes::dRosenbrock, VALLEY_START, 0.001, 50_000);
    Point[] pushed = Descent.momentum(dLandscapes::dRosenbrock, VALLEY_START, 0.001, 0.9, 50_000);
    print("%nRosenbrock's valley from (-1.2, 1), step size 0.001: distance from (1, 1)%n%n");
    print(" steps      plain   momentum 0.9%n");
    for (int i : new int[] {0, 10, 100, 1000, 2000, 5000, 10_000, 20_000, 50_000}) {
      print("%6d %10.6f %14.6f%n", i, distance(plain[i], GOAL), distance(pushed[i], GOAL));
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
