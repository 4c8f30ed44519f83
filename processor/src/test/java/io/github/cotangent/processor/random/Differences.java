package io.github.cotangent.processor.random;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** Central differences with Richardson extrapolation. */
final class Differences {
  private static final double AGREEMENT = 1e-6;

  private static final double TOLERANCE = 1e-5;
  private static final double COARSE = 1e-3;
  private static final double FINE = 3e-5;

  /** What differences say of a slope. */
  enum Opinion {
    /** It is theirs. */
    AGREE,
    /** It is not. */
    DISAGREE,
    /** They cannot be trusted: a kink or a jump is near. */
    NONE
  }

  private Differences() {}

  /** Compares the slope at 0 with that of differences; NaN agrees with all. */
  static Opinion opinion(DoubleUnaryOperator f, double slope) {
    boolean compared = false;
    for (double step : new double[] {COARSE, FINE}) {
      OptionalDouble d = slope(f, step);
      if (d.isPresent()) {
        if (Double.isNaN(slope)
            || Math.abs(d.getAsDouble() - slope) <= TOLERANCE * (1 + Math.abs(slope))) {
          return Opinion.AGREE;
        }
        compared = true;
      }
    }
    // The finer step may still be fooled by a jump within it; only a second opinion decides.
    return compared && slope(f, FINE).isPresent() ? Opinion.DISAGREE : Opinion.NONE;
  }

  /** Fails with what the fine differences give. */
  static AssertionError disagreement(String what, DoubleUnaryOperator f, double slope) {
    return new AssertionError(
        what + " " + slope + " but differences give " + slope(f, FINE).getAsDouble());
  }

  /** The slope at 0, or nothing where the steps disagree or the function fails nearby. */
  static OptionalDouble slope(DoubleUnaryOperator f, double step) {
    double[] d = new double[3];
    for (int i = 0; i < d.length; i++) {
      double h = step / (1 << i);
      d[i] = (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h);
    }
    double first = (4 * d[1] - d[0]) / 3;
    double second = (4 * d[2] - d[1]) / 3;
    boolean agree = Math.abs(first - second) <= AGREEMENT * (1 + Math.abs(second));
    return agree ? OptionalDouble.of(second) : OptionalDouble.empty();
  }

  /** The sum of the products. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      // A direction of zero asks nothing of the other factor.
      sum += b[i] == 0 ? 0 : a[i] * b[i];
    }
    return sum;
  }

  /** The sum of the absolute products: what {@link #dot} may be compared to. */
  static double scale(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] * b[i]);
    }
    return sum;
  }

  static double[] flat(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
