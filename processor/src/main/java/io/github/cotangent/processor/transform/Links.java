package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.ir.Callee;
import java.util.List;
import java.util.Optional;

/** Knows how each callee of a class is linked. */
public interface Links {

  /** The linkage of a {@code LOCAL} or {@code LINKED} callee. */
  Linkage of(Callee callee);

  /**
   * The arguments that the backward half of a callee takes, by index, if it takes no tape: then the
   * forward half returns the callee's value.
   */
  Optional<List<Integer>> tapeless(Callee callee);

  /** Why the backward half of a callee takes a tape, if it does. */
  Optional<Reason> tape(Callee callee);

  /** True if the callee's backward half takes the caller's shadows. */
  boolean takesShadows(Callee callee);

  /**
   * The function that computes value and tangent of a {@code LOCAL} or {@code LINKED} callee: it
   * takes the callee's parameters, and behind them a tangent for each that has a derivative.
   */
  Callee tangent(Callee callee);

  /**
   * What a {@code LINKED} callee's annotation would have to say and does not, so that {@link
   * #tangent} exists.
   */
  Optional<String> missing(Callee callee);

  /**
   * The callee that a tangent is called in place of, if its class does not generate what the
   * derivative of that tangent needs.
   */
  Optional<Callee> lacksSecond(Callee tangent);
}
