package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
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
    if (needsTape(derivative).isPresent()) {
      return Optional.empty();
    }
    try {
      return of(derivative).read();
    } catch (Refusal r) {
      return Optional.empty(); // It is reported in its turn.
    }
  }

  /** Why the backward half takes a tape, if it does. */
  public Optional<Reason> tape(Derivative derivative) {
    Optional<Reason> needed = needsTape(derivative);
    try {
      return needed.isPresent() ? needed : of(derivative).cause();
    } catch (Refusal r) {
      return Optional.empty(); // It is reported in its turn.
    }
  }

  PairMembers.Pair of(Derivative derivative) {
    if (derivative.kind() != Derivative.Kind.HELPER) {
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
    Sweeps sweeps =
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
        .of(sweeps, needsTape(derivative));
  }

  /** Why a method's pair has to have a tape, whatever its halves keep. */
  private Optional<Reason> needsTape(Derivative derivative) {
    Function f = derivative.function();
    if (derivative.kind() != Derivative.Kind.HELPER) {
      return Optional.of(Reason.of(Why.KNOWN_TO_OTHERS));
    }
    if (derivative.isRecursive()) {
      return Optional.of(Reason.of(Why.CALLS_ITSELF));
    }
    if (derivative.linkage().isByValue()) {
      return Optional.of(Reason.of(Why.BY_VALUE));
    }
    // What a method overwrites must be put back, for which its tape has what was there.
    Optional<Reason> writes =
        IntStream.range(0, f.parameters().size())
            .filter(i -> summaries.writes(f, i))
            .mapToObj(i -> Reason.of(Why.WRITES_INTO, f.parameters().get(i)))
            .findFirst();
    return writes.isPresent() || enabled.contains(Optimization.TAPELESS_CALLS)
        ? writes
        : Optional.of(Reason.of(Why.TAPES_SWITCHED_OFF));
  }
}
