package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The linkage pairs of a class. That of a method which only derivatives of the class call is made
 * when the first of them asks how to call it: what it looks like depends on what it keeps.
 */
public final class Pairs {

  private final Summaries summaries;
  private final Links links;
  private final Set<Optimization> enabled;
  private final Map<String, PairMembers.Pair> internal = new HashMap<>();

  /** No pairs yet. */
  public Pairs(Summaries summaries, Links links, Set<Optimization> enabled) {
    this.summaries = summaries;
    this.links = links;
    this.enabled = Set.copyOf(enabled);
  }

  /**
   * The parameters that the backward half takes instead of a tape, by index; nothing where it takes
   * a tape, or cannot be made.
   */
  public Optional<List<Integer>> tapeless(Derivative derivative) {
    if (!mayBeTapeless(derivative)) {
      return Optional.empty();
    }
    try {
      return of(derivative).read();
    } catch (Refusal r) {
      return Optional.empty(); // It is reported in its turn.
    }
  }

  PairMembers.Pair of(Derivative derivative) {
    if (!derivative.isInternal()) {
      return make(derivative);
    }
    String key = derivative.function().key();
    if (!internal.containsKey(key)) {
      internal.put(key, make(derivative));
    }
    return internal.get(key);
  }

  private PairMembers.Pair make(Derivative derivative) {
    Function f = derivative.function();
    ReverseMode.Sweeps sweeps =
        ReverseMode.of(
            new ReverseMode.Request(
                Purpose.PAIR,
                f,
                derivative.names(),
                summaries,
                links,
                Set.copyOf(f.differentiable()),
                enabled));
    return new PairMembers(derivative, summaries, new Assembly(enabled))
        .of(sweeps, mayBeTapeless(derivative));
  }

  /** What a method overwrites must be put back, for which its tape has what was there. */
  private boolean mayBeTapeless(Derivative derivative) {
    Function f = derivative.function();
    return enabled.contains(Optimization.TAPELESS_CALLS)
        && derivative.isInternal()
        && !derivative.isRecursive()
        && !derivative.linkage().isByValue()
        && IntStream.range(0, f.parameters().size()).noneMatch(i -> summaries.writes(f, i));
  }
}
