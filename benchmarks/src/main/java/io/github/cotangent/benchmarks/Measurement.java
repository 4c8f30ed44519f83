package io.github.cotangent.benchmarks;

import io.github.cotangent.benchmarks.problem.Contender;
import io.github.cotangent.benchmarks.problem.Problem;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured on a problem.
 *
 * @param problem that was solved
 * @param millis for each contender the time of one run, in each round
 * @param bytes for each contender what one run allocates
 */
record Measurement(Problem problem, Map<Contender, double[]> millis, Map<Contender, Double> bytes) {

  /** The median of the times; nothing for one who did not take part. */
  OptionalDouble millis(Contender contender) {
    return millis.containsKey(contender)
        ? OptionalDouble.of(median(millis.get(contender).clone()))
        : OptionalDouble.empty();
  }

  /**
   * The median of the ratios in each round. What slows the machine for a while slows both times of
   * a round.
   */
  OptionalDouble ratio(Contender contender, Contender base) {
    if (!millis.containsKey(contender) || !millis.containsKey(base)) {
      return OptionalDouble.empty();
    }
    double[] ratios = millis.get(contender).clone();
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] /= millis.get(base)[i];
    }
    return OptionalDouble.of(median(ratios));
  }

  static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
  }
}
