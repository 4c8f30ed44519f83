package io.github.cotangent.examples.mnist;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The strokes of one digit on paper, each a chain of points x, y, x, y….
 *
 * <p>From a {@linkplain Glyphs glyph} to the strokes of a person: the points that a stroke passes
 * tremble, the smooth curve through them is bent by a slow wave, and all of it is leaned, turned,
 * stretched and put near the middle of the picture.
 *
 * <p>{@link StrictMath} and the generator of {@link Random}, whose results are laid down to the
 * last bit, make the same seed mean the same strokes everywhere.
 */
record Strokes(List<double[]> chains) {

  private static final int STEPS = 8;
  private static final double TREMBLE = 0.03;
  private static final double WAVE = 0.035;
  private static final double LEAN = 0.20;
  private static final double USUAL_LEAN = 0.12;
  private static final double TURN = 0.12;
  private static final double STRETCH = 0.15;
  private static final double TALLEST = 18;
  private static final double SMALLEST_PART = 0.82;
  private static final double OFF_CENTRE = 0.5;
  private static final double CENTRE = (Digits.SIDE - 1) / 2.0;

  /** The strokes of {@code digit}, as a person would draw them who writes by {@code random}. */
  static Strokes of(int digit, Random random) {
    List<double[]> chains = new ArrayList<>();
    for (double[] points : Glyphs.strokes(digit, random.nextInt(Glyphs.ways(digit)))) {
      chains.add(curve(trembling(points, random)));
    }
    Strokes strokes = new Strokes(chains);
    strokes.bend(random);
    strokes.slant(random);
    strokes.place(random);
    return strokes;
  }

  private static double[] trembling(double[] points, Random random) {
    double[] result = points.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] += TREMBLE * random.nextGaussian();
    }
    return result;
  }

  /** Points on the curve that passes the given ones, each in the direction of its neighbours. */
  private static double[] curve(double[] points) {
    int last = points.length / 2 - 1;
    double[] chain = new double[2 * (last * STEPS + 1)];
    for (int k = 0; k <= last * STEPS; k++) {
      int span = Math.min(k / STEPS, last - 1);
      double t = (double) (k - span * STEPS) / STEPS;
      for (int axis = 0; axis < 2; axis++) {
        chain[2 * k + axis] =
            between(
                points[2 * Math.max(0, span - 1) + axis],
                points[2 * span + axis],
                points[2 * span + 2 + axis],
                points[2 * Math.min(last, span + 2) + axis],
                t);
      }
    }
    return chain;
  }

  /** The cubic from b to c whose slope is (c − a)/2 at b and (d − b)/2 at c: Catmull and Rom's. */
  private static double between(double a, double b, double c, double d, double t) {
    double slopeAtB = (c - a) / 2;
    double slopeAtC = (d - b) / 2;
    double square = 3 * (c - b) - 2 * slopeAtB - slopeAtC;
    double cube = 2 * (b - c) + slopeAtB + slopeAtC;
    return b + t * (slopeAtB + t * (square + t * cube));
  }

  /** Moves every point sideways by a wave that runs down the digit, and up and down by another. */
  private void bend(Random random) {
    double across = WAVE * random.nextGaussian();
    double along = WAVE * random.nextGaussian();
    double acrossStart = 2 * Math.PI * random.nextDouble();
    double alongStart = 2 * Math.PI * random.nextDouble();
    double length = 3 + 3 * random.nextDouble();
    move(
        p -> {
          double x = p[0] + across * StrictMath.sin(length * p[1] + acrossStart);
          p[1] += along * StrictMath.sin(length * p[0] + alongStart);
          p[0] = x;
        });
  }

  /** Leans, turns and stretches: a linear map. */
  private void slant(Random random) {
    double lean = USUAL_LEAN + LEAN * random.nextGaussian();
    double turn = TURN * random.nextGaussian();
    double width = StrictMath.exp(STRETCH * random.nextGaussian());
    double cos = StrictMath.cos(turn);
    double sin = StrictMath.sin(turn);
    move(
        p -> {
          double x = width * p[0] - lean * p[1];
          double y = p[1];
          p[0] = cos * x - sin * y;
          p[1] = sin * x + cos * y;
        });
  }

  /** Gives the digit its size in pixels, and its centre of mass a place near the middle. */
  private void place(Random random) {
    double part = SMALLEST_PART + (1 - SMALLEST_PART) * random.nextDouble();
    double scale = TALLEST * part / extent();
    double[] mass = centreOfMass();
    double right = CENTRE + OFF_CENTRE * random.nextGaussian();
    double down = CENTRE + OFF_CENTRE * random.nextGaussian();
    move(
        p -> {
          p[0] = right + scale * (p[0] - mass[0]);
          p[1] = down + scale * (p[1] - mass[1]);
        });
  }

  /** The greater of width and height. */
  private double extent() {
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    move(
        p -> {
          for (int axis = 0; axis < 2; axis++) {
            low[axis] = Math.min(low[axis], p[axis]);
            high[axis] = Math.max(high[axis], p[axis]);
          }
        });
    return Math.max(high[0] - low[0], high[1] - low[1]);
  }

  /** Of lines whose mass is their length. */
  private double[] centreOfMass() {
    double[] moment = new double[2];
    double mass = 0;
    for (double[] chain : chains) {
      for (int i = 0; i + 3 < chain.length; i += 2) {
        double dx = chain[i + 2] - chain[i];
        double dy = chain[i + 3] - chain[i + 1];
        double length = Math.sqrt(dx * dx + dy * dy);
        moment[0] += length * (chain[i] + dx / 2);
        moment[1] += length * (chain[i + 1] + dy / 2);
        mass += length;
      }
    }
    return new double[] {moment[0] / mass, moment[1] / mass};
  }

  /** Lets {@code motion} see and change every point. */
  private void move(Motion motion) {
    double[] point = new double[2];
    for (double[] chain : chains) {
      for (int i = 0; i < chain.length; i += 2) {
        point[0] = chain[i];
        point[1] = chain[i + 1];
        motion.apply(point);
        chain[i] = point[0];
        chain[i + 1] = point[1];
      }
    }
  }

  /** Changes a point in place. */
  @FunctionalInterface
  private interface Motion {
    void apply(double[] point);
  }
}
