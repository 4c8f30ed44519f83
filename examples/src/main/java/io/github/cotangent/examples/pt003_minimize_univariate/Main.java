package io.github.cotangent.examples.pt003_minimize_univariate;

import io.github.cotangent.examples.chapter.Chapter;
import io.github.cotangent.examples.chapter.PlotFolder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Walks down three curves, too slowly, well and too fast, and draws the walks. */
@Command(
    name = "pt003_minimize_univariate",
    description = "Walks down three curves, too slowly, well and too fast.")
public final class Main implements Callable<Integer> {

  static final double[] STEP_SIZES = {0.05, 0.3, 0.5, 0.9, 1.0, 1.1};

  @Mixin private PlotFolder plots = new PlotFolder();

  private Main() {}

  /** Prints what the chapter's page shows and draws its plots; {@code --plots <folder>}. */
  public static void main(String[] args) {
    Chapter.run(new Main(), args);
  }

  @Override
  public Integer call() {
    Path folder = plots.path();
    printOneWalk();
    printStepSizes();
    printTwoValleys();
    printRescue();
    print("%nPlots: %s%n", String.join(", ", Plots.saveAll(folder)));
    return 0;
  }

  private static void printOneWalk() {
    double[] xs = Descent.walk(dCurves::dParabola, 0.0, 0.3, 10);
    print("Walking down the parabola x^2 - 4x + 5 from x = 0 with step size 0.3%n%n");
    print("step          x       f(x)      slope%n");
    for (int i = 0; i < xs.length; i++) {
      print(
          "%4d %10.6f %10.6f %10.6f%n", i, xs[i], Curves.parabola(xs[i]), dCurves.dParabola(xs[i]));
    }
  }

  private static void printStepSizes() {
    print("%nDistance |x - 2| from the bottom, by step size%n%n");
    print("step");
    for (double stepSize : STEP_SIZES) {
      print(" %10s", stepSize);
    }
    print("%n");
    for (int step : new int[] {0, 1, 2, 3, 4, 5, 10, 20}) {
      print("%4d", step);
      for (double stepSize : STEP_SIZES) {
        double[] xs = Descent.walk(dCurves::dParabola, 0.0, stepSize, step);
        print(" %10.6f", Math.abs(xs[step] - 2.0));
      }
      print("%n");
    }
  }

  private static void printTwoValleys() {
    print("%nTwo valleys, step size 0.05, 60 steps%n%n");
    print("start    end at x       f(x)%n");
    for (double start : new double[] {-2.0, -0.5, 0.1, 0.2, 0.5, 2.0}) {
      double x = Descent.walk(dCurves::dTwoValleys, start, 0.05, 60)[60];
      print("%5.1f %11.6f %10.6f%n", start, x, Curves.twoValleys(x));
    }
  }

  private static void printRescue() {
    double[] xs = Descent.walk(dCurves::dRescueTime, 0.0, 20.0, 60);
    print("%nThe lifeguard, from x = 0 with step size 20%n%n");
    print("step          x      seconds        slope%n");
    for (int i : new int[] {0, 1, 2, 3, 4, 5, 10, 15}) {
      double x = xs[i];
      print("%4d %10.6f %12.6f %12.6f%n", i, x, Curves.rescueTime(x), dCurves.dRescueTime(x));
    }
    double x = xs[60];
    double sineOnLand = x / Math.hypot(30.0, x);
    double sineInWater = (50.0 - x) / Math.hypot(20.0, 50.0 - x);
    print("%nsine on land / sine in water = %.6f%n", sineOnLand / sineInWater);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
