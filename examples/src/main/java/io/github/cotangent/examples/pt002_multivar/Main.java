package io.github.cotangent.examples.pt002_multivar;

import io.github.cotangent.examples.chapter.Chapter;
import io.github.cotangent.examples.pt002_multivar.LineFit.Line;
import io.github.cotangent.examples.pt002_multivar.dHill.HeightGradient;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Asks four functions for their derivatives: all of them, some of them, arrays and records. */
@Command(name = "pt002_multivar", description = "Asks four functions for their derivatives.")
public final class Main implements Callable<Integer> {

  private Main() {}

  /** Prints what the chapter's page shows; takes no arguments. */
  public static void main(String[] args) {
    Chapter.run(new Main(), args);
  }

  @Override
  public Integer call() {
    printHill();
    printSavings();
    printVector();
    printLines();
    return 0;
  }

  private static void printHill() {
    double east = 3.0;
    double north = 2.0;
    HeightGradient gradient = dHill.dHeight(east, north);
    print("Hill: the height 3 to the east and 2 to the north of the hut%n%n");
    print("height         = %.1f%n", Hill.height(east, north));
    print("gradient.east  = %.1f%n", gradient.east());
    print("gradient.north = %.1f%n", gradient.north());
    print("%nA step of 0.01 each way changes the height by%n%n");
    print("to the east:  %.4f%n", Hill.height(east + 0.01, north) - Hill.height(east, north));
    print("to the north: %.4f%n", Hill.height(east, north + 0.01) - Hill.height(east, north));
  }

  private static void printSavings() {
    double slope = dSavings.dBalance(1000.0, 0.03, 10);
    print("%nSavings: 1000 for 10 years at 3 %%%n%n");
    print("balance         = %.2f%n", Savings.balance(1000.0, 0.03, 10));
    print("slope in rate   = %.2f%n", slope);
    print("by hand         = %.2f%n", 1000.0 * 10.0 * Math.pow(1.03, 9.0));
    print("balance at 4 %%  = %.2f%n", Savings.balance(1000.0, 0.04, 10));
    print("as the slope has it: %.2f%n", Savings.balance(1000.0, 0.03, 10) + 0.01 * slope);
  }

  private static void printVector() {
    double[] v = {3.0, -1.0, 0.5};
    print("%nVectors: the sum of the squares of %s%n%n", Arrays.toString(v));
    print("sum of squares = %.2f%n", Vectors.sumOfSquares(v));
    print("gradient       = %s%n", Arrays.toString(dVectors.dSumOfSquares(v)));
  }

  private static void printLines() {
    double[] xs = {0.0, 1.0, 2.0, 3.0};
    double[] ys = {1.0, 3.0, 5.0, 7.0};
    print("%nLineFit: lines through (0, 1), (1, 3), (2, 5), (3, 7)%n%n");
    print("slope  intercept  total miss  d/d slope  d/d intercept%n");
    for (Line line : new Line[] {new Line(1, 1), new Line(2, 0), new Line(2, 1), new Line(3, 1)}) {
      Line gradient = dLineFit.dTotalMiss(line, xs, ys);
      print(
          "%5.1f %10.1f %11.1f %10.1f %14.1f%n",
          line.slope(),
          line.intercept(),
          LineFit.totalMiss(line, xs, ys),
          gradient.slope(),
          gradient.intercept());
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
