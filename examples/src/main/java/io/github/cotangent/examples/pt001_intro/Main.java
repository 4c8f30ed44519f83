package io.github.cotangent.examples.pt001_intro;

import io.github.cotangent.examples.chapter.Chapter;
import io.github.cotangent.examples.pt001_intro.dPolynomials.CubePlusXValueAndGradient;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Compares three ways to the slope of x³ + x: by differences, by hand, and generated. */
@Command(name = "pt001_intro", description = "Compares three ways to the slope of x³ + x.")
public final class Main implements Callable<Integer> {

  private Main() {}

  /** Prints what the chapter's page shows; takes no arguments. */
  public static void main(String[] args) {
    Chapter.run(new Main(), args);
  }

  @Override
  public Integer call() {
    printSecants();
    printTable();
    printValueAndGradient();
    return 0;
  }

  /** The slope between two points of the curve: from 3 to 3 + h. */
  static double secantSlope(double h) {
    return (Polynomials.cubePlusX(3.0 + h) - Polynomials.cubePlusX(3.0)) / h;
  }

  /** The derivative that school teaches: that of x³ is 3x², that of x is 1. */
  static double slopeByHand(double x) {
    return 3.0 * x * x + 1.0;
  }

  /** The slope of a short straight line through two points, one on each side of x. */
  static double slopeByDifference(double x) {
    double h = 1e-5;
    return (Polynomials.cubePlusX(x + h) - Polynomials.cubePlusX(x - h)) / (2.0 * h);
  }

  private static void printSecants() {
    print("f(x) = x^3 + x%n%n");
    print("Slope of f between 3 and 3 + h%n%n");
    print("      h   slope%n");
    for (String h : new String[] {"1", "0.1", "0.01", "0.001", "1e-8", "1e-12", "1e-15"}) {
      print("%7s   %.8f%n", h, secantSlope(Double.parseDouble(h)));
    }
  }

  private static void printTable() {
    print("%nSlope of f at x%n%n");
    print("x   f(x)   by hand   generated   by difference%n");
    for (int x = 1; x <= 9; x++) {
      print(
          "%d %6.0f %9.1f %11.1f %15.6f%n",
          x,
          Polynomials.cubePlusX(x),
          slopeByHand(x),
          dPolynomials.dCubePlusX(x),
          slopeByDifference(x));
    }
  }

  private static void printValueAndGradient() {
    CubePlusXValueAndGradient at3 = dPolynomials.cubePlusXValueAndGradient(3.0);
    print("%nValue and slope in one call, at x = 3%n%n");
    print("value    = %.1f%n", at3.value());
    print("gradient = %.1f%n", at3.gradient());
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
