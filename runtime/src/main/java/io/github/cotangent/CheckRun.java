package io.github.cotangent;

import io.github.cotangent.Differences.Estimate;
import io.github.cotangent.GradientReport.Comparison;
import io.github.cotangent.GradientReport.Verdict;
import io.github.cotangent.Numbers.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** One run of a {@link GradientCheck}: calls the function and its derivatives, and compares. */
final class CheckRun<P, R> {

  private static final String ARGUMENT = "argument";
  private static final String RESULT = "result";
  private static final double TOLERANCE = 1e-7;
  private static final double FLOAT_TOLERANCE = 1e-3;

  private final Function<? super P, R> function;
  private final CheckSettings<P, R> settings;
  private final Random random = new Random(20);
  private final Numbers argument;
  private final double[] start;
  private final Numbers result;
  private final double[] weights;
  private final double center;

  CheckRun(P point, Function<? super P, R> function, CheckSettings<P, R> settings) {
    this.function = function;
    this.settings = settings;
    argument = Numbers.of(ARGUMENT, point);
    if (argument.places().isEmpty()) {
      throw new IllegalArgumentException(
          "the point holds no double and no float: "
              + "pass numbers, or tensors, arrays or records of numbers");
    }
    start = argument.toArray();
    R value = function.apply(at(start));
    result = Numbers.of(RESULT, value);
    if (result.places().isEmpty()) {
      throw new IllegalArgumentException("the result holds no double and no float: " + value);
    }
    if (!settings.anyResult() && !Numbers.isNumber(value)) {
      throw new IllegalArgumentException(
          "the result is a %s, which has a pullback rather than a gradient"
              .formatted(value.getClass().getSimpleName()));
    }
    weights = settings.anyResult() ? randoms(result.toArray().length) : new double[] {1};
    center = weighted(value);
  }

  GradientReport report(String name) {
    boolean isFloat = argument.hasFloats() || result.hasFloats();
    double standard = isFloat ? FLOAT_TOLERANCE : TOLERANCE;
    double tolerance = settings.tolerance() == null ? standard : settings.tolerance();
    Judgement judgement = new Judgement(tolerance);
    Estimate[] estimates = estimates(new Differences(isFloat, settings.firstStep(), tolerance));
    double[] gradient = gradient();
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < gradient.length; i++) {
      Place place = argument.places().get(i);
      Estimate estimate = estimates[place.index()];
      comparisons.add(judgement.differences(place.name(), gradient[i], estimate, center));
    }
    if (settings.jvp() != null) {
      comparisons.addAll(forward(gradient, estimates, judgement));
    }
    return new GradientReport(name, tolerance, comparisons);
  }

  private Estimate[] estimates(Differences differences) {
    Estimate[] estimates = new Estimate[start.length];
    for (int i = 0; i < start.length; i++) {
      int index = i;
      estimates[i] =
          differences.at(x -> moved(index, x), start[i], center, argument.isFloat(index));
    }
    return estimates;
  }

  private double moved(int index, double x) {
    double[] numbers = start.clone();
    numbers[index] = x;
    return weighted(function.apply(at(numbers)));
  }

  private double[] gradient() {
    Object gradient = settings.reverse().apply(at(start), result(weights));
    return argument.numbersOf(ARGUMENT, "the gradient", gradient);
  }

  /** Along each single number, and if all is well along a direction that has all of them. */
  private List<Comparison> forward(double[] gradient, Estimate[] estimates, Judgement judgement) {
    boolean allFinite = Arrays.stream(gradient).allMatch(Double::isFinite);
    double[] partials = new double[start.length];
    for (int i = 0; i < partials.length; i++) {
      double[] unit = new double[partials.length];
      unit[i] = 1;
      partials[i] = along(unit);
    }
    List<Comparison> comparisons = new ArrayList<>();
    double[] direction = randoms(start.length);
    double[] totals = new double[start.length];
    double unit = 0;
    for (int i = 0; i < gradient.length; i++) {
      Place place = argument.places().get(i);
      int index = place.index();
      totals[index] = gradient[i] * direction[index];
      unit = Math.max(unit, Math.max(estimates[index].unit(), Math.abs(totals[index])));
      comparisons.add(
          judgement.forward(
              place.name(), gradient[i], partials[index], estimates[index].unit(), allFinite));
    }
    if (allFinite && comparisons.stream().allMatch(c -> c.verdict() == Verdict.AGREES)) {
      double total = Arrays.stream(totals).sum();
      comparisons.add(
          judgement.forward("along a random direction", total, along(direction), unit, true));
    }
    return comparisons;
  }

  private double along(double[] direction) {
    return weighted(settings.jvp().apply(at(start), at(direction)));
  }

  private double weighted(R value) {
    double[] numbers = result.numbersOf(RESULT, "a later result", value);
    double sum = 0;
    for (int i = 0; i < numbers.length; i++) {
      sum += weights[result.places().get(i).index()] * numbers[i];
    }
    return sum;
  }

  /** Multiples of 1/16 between 1 and 2, of either sign: floats hold them. */
  private double[] randoms(int count) {
    return random
        .ints(count, 16, 32)
        .mapToDouble(n -> (random.nextBoolean() ? n : -n) / 16.0)
        .toArray();
  }

  @SuppressWarnings("unchecked") // a copy has the type of its original
  private P at(double[] numbers) {
    return (P) argument.with(numbers);
  }

  @SuppressWarnings("unchecked") // a copy has the type of its original
  private R result(double[] numbers) {
    return (R) result.with(numbers);
  }
}
