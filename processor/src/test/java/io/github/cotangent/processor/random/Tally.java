package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Verdict.Fact;
import java.util.EnumMap;
import java.util.Map;

/** Counts what has been checked. */
final class Tally {
  private final Map<Fact, Integer> facts = new EnumMap<>(Fact.class);
  private int programs;
  private int runs;

  void program() {
    programs++;
  }

  void add(Verdict verdict) {
    runs++;
    verdict.facts().forEach(f -> facts.merge(f, 1, Integer::sum));
  }

  int programs() {
    return programs;
  }

  /** The share of runs of which this is true. */
  double share(Fact fact) {
    return runs == 0 ? 0 : facts.getOrDefault(fact, 0) / (double) runs;
  }

  @Override
  public String toString() {
    return programs
        + " programs, "
        + runs
        + " runs: "
        + facts.getOrDefault(Fact.DUAL, 0)
        + " against dual numbers, "
        + facts.getOrDefault(Fact.DIFFERENCES, 0)
        + " against differences ("
        + facts.getOrDefault(Fact.KINK, 0)
        + " left out near kinks, "
        + facts.getOrDefault(Fact.WILD, 0)
        + " too large), "
        + facts.getOrDefault(Fact.THREW, 0)
        + " threw, "
        + facts.getOrDefault(Fact.ALIVE, 0)
        + " with a derivative that is not zero, "
        + facts.getOrDefault(Fact.JVP, 0)
        + " tangents against dual numbers, "
        + facts.getOrDefault(Fact.SYMMETRY, 0)
        + " Hessian products for symmetry, "
        + facts.getOrDefault(Fact.HVP, 0)
        + " against differences";
  }
}
